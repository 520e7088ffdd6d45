/** JSON that a snapshot is made of: like any JSON, with keys in the order in which they are to be written. */
export type Printable = null | boolean | number | string | readonly Printable[] | { readonly [key: string]: Printable };

/** One leaf a line, so that a review shows what changed; what is empty or a mark stays on one line. */
export function print(value: Printable): string {
  return `${lines(value, "")}\n`;
}

function lines(value: Printable, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent} `;
  if (isList(value))
    return block(
      "[",
      "]",
      value.map((element) => deeper + lines(element, deeper)),
      indent,
    );
  if (Object.hasOwn(value, "$parity")) return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, inner]) => `${deeper}${JSON.stringify(key)}: ${lines(inner, deeper)}`,
  );
  return block("{", "}", entries, indent);
}

function block(open: string, close: string, parts: readonly string[], indent: string): string {
  return parts.length === 0 ? open + close : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function isList(value: Printable): value is readonly Printable[] {
  return Array.isArray(value);
}
