import picomatch from "picomatch";

/** True where a glob of `masked:` names the column: `customers.email`, `public.customers.email`, `*.phone`. */
export function isDeclared(column: string, masked: readonly string[]): boolean {
  const withoutSchema = column.slice(column.indexOf(".") + 1);
  return masked.some((glob) => [column, withoutSchema].some((name) => picomatch.isMatch(name, glob, { bash: true })));
}
