import type { Context } from "./context";
import type { Site } from "./draft";

const MODE_KEY =
  /(?:^|[.["])(?:(?:[A-Z]+_)*(?:NODE|RAILS|RACK|APP|FLASK|DJANGO|MIX|BABEL|HUGO)_ENV|(?:ASPNETCORE|DOTNET)_ENVIRONMENT)(?:"\])?(?:\.[Vv]alue)?$/;
const MODES = new Set(["production", "development", "test"]);

/**
 * Whether two values of a key such as `NODE_ENV` make a framework run differently, though each may look like the name
 * of its environment.
 */
export function choosesCodePath(
  subject: string,
  reference: string,
  { key }: Pick<Site, "key">,
  { symbolised }: Pick<Context, "symbolised">,
): boolean {
  if (!MODE_KEY.test(key) || !MODES.has(subject.toLowerCase()) || !MODES.has(reference.toLowerCase())) return false;
  return !(isPartOf(symbolised.subject.stack.name, subject) && isPartOf(symbolised.reference.stack.name, reference));
}

function isPartOf(stack: string, word: string): boolean {
  return stack
    .toLowerCase()
    .split(/[-_./]/)
    .includes(word.toLowerCase());
}
