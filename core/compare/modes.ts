import type { Context } from "./context";
import type { Site } from "./draft";

const MODE_KEY =
  /(?:^|[.["])(?:(?:[A-Z]+_)*(?:NODE|RAILS|RACK|APP|FLASK|DJANGO|MIX|BABEL|HUGO)_ENV|(?:ASPNETCORE|DOTNET)_ENVIRONMENT)(?:"\])?(?:\.[Vv]alue)?$/;
const MODES = new Set(["production", "development", "test"]);
const LONGEST_MODE = 11;

/**
 * Whether two values of a key such as `NODE_ENV` make a framework run differently, though each may look like the name
 * of its environment.
 */
export function choosesCodePath(
  subject: string,
  reference: string,
  site: Pick<Site, "key">,
  { symbolised }: Pick<Context, "symbolised">,
): boolean {
  if (!isMode(subject) || !isMode(reference) || !MODE_KEY.test(site.key)) return false;
  return !(isPartOf(symbolised.subject.stack.name, subject) && isPartOf(symbolised.reference.stack.name, reference));
}

function isMode(text: string): boolean {
  return text.length <= LONGEST_MODE && MODES.has(text.toLowerCase());
}

function isPartOf(stack: string, word: string): boolean {
  return stack
    .toLowerCase()
    .split(/[-_./]/)
    .includes(word.toLowerCase());
}
