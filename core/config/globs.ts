import picomatch from "picomatch";

export type Matcher = (text: string) => boolean;

const compiled = new Map<string, Matcher>();

/** A glob over plain text: `*` is any text, slashes included; `{a,b}` and `[…]` as usual. Each is compiled once. */
export function glob(pattern: string): Matcher {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const matcher = compile(pattern);
  compiled.set(pattern, matcher);
  return matcher;
}

function compile(pattern: string): Matcher {
  if (pattern === "*" || pattern === "**") return () => true;
  if (!/[*?[\]{}()!+@]/.test(pattern)) return (text) => text === pattern;
  return picomatch(pattern, { bash: true, dot: true, maxLength: 1000 });
}
