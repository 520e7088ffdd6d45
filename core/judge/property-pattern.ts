import { glob, type Matcher } from "../config/globs";
import { keySteps } from "../model/key-path";

/** `**` is any number of steps. */
const ANY_DEPTH = "**";

/**
 * Whether a pattern covers a property: the path itself, or what it stands under. `*` is one step, `**` any number, and
 * within a step globs hold as usual.
 */
export function propertyPattern(pattern: string): (key: string) => boolean {
  const steps = keySteps(pattern).map(({ text }) => (text === ANY_DEPTH ? ANY_DEPTH : glob(text)));
  return (key) =>
    covers(
      steps,
      keySteps(key).map(({ text }) => text),
    );
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
