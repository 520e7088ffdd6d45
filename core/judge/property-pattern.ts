import { glob, type Matcher } from "../config/globs";
import { keySteps } from "../model/key-path";

/** `**` is any number of steps. */
const ANY_DEPTH = "**";

/**
 * Whether a pattern covers a property: the path itself, or what it stands under. `*` is one step, `**` any number, and
 * within a step globs hold as usual.
 */
export function propertyPattern(pattern: string): (key: string) => boolean {
  const choices = expanded(pattern).map((choice) => keySteps(choice).flatMap(({ text }) => patternSteps(text)));
  return (key) => {
    const path = keySteps(key).map(({ text }) => text);
    return choices.some((steps) => covers(steps, path));
  };
}

const MOST_CHOICES = 256;

/** `{cpu,limits.cpu}` is two patterns: braces may hold several steps, so they are written out first. */
function expanded(pattern: string): readonly string[] {
  const { before = "", choices, after = "" } = BRACES.exec(pattern)?.groups ?? {};
  if (choices === undefined) return [pattern];
  return choices
    .split(",")
    .flatMap((choice) => expanded(`${before}${choice}${after}`))
    .slice(0, MOST_CHOICES);
}

const BRACES = /^(?<before>[^{}]*)\{(?<choices>[^{}]*,[^{}]*)\}(?<after>.*)$/s;

/** `**search` is any step that ends so, at any depth. */
function patternSteps(text: string): readonly (Matcher | typeof ANY_DEPTH)[] {
  if (text === ANY_DEPTH) return [ANY_DEPTH];
  return text.startsWith(ANY_DEPTH) ? [ANY_DEPTH, glob(text.slice(1))] : [glob(text)];
}

/** Both only ever move forward, so the work is bounded by pattern × path. */
function covers(pattern: readonly (Matcher | typeof ANY_DEPTH)[], path: readonly string[]): boolean {
  let open = new Set([0]);
  for (const step of [...path, undefined]) {
    open = closed(open, pattern);
    if (open.has(pattern.length)) return true;
    if (step === undefined) return false;
    open = advanced(open, pattern, step);
  }
  return false;
}

/** `**` may also be nothing. */
function closed(open: ReadonlySet<number>, pattern: readonly (Matcher | typeof ANY_DEPTH)[]): Set<number> {
  const all = new Set(open);
  for (const at of all) if (pattern[at] === ANY_DEPTH) all.add(at + 1);
  return all;
}

function advanced(
  open: ReadonlySet<number>,
  pattern: readonly (Matcher | typeof ANY_DEPTH)[],
  step: string,
): Set<number> {
  const next = new Set<number>();
  for (const at of open) {
    const part = pattern[at];
    if (part === ANY_DEPTH) next.add(at);
    else if (part?.(step) === true) next.add(at + 1);
  }
  return next;
}
