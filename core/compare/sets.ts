import { isMap, type Value } from "../model/value";
import type { Context } from "./context";
import { type Draft, elementAt, inside, NOTHING, type Site } from "./draft";
import { compareLeftover, type Element } from "./leftover";
import type { SideTexts } from "./side-texts";

/**
 * Compares two lists in which order means nothing. What is left over is paired with what it is most like; the only one
 * of each side is known by its place, which does not change with what it holds.
 */
export function compareSets(
  subject: readonly Value[],
  reference: readonly Value[],
  site: Site,
  context: Context,
): readonly Draft[] {
  const [only, onlyThere] = [subject[0], reference[0]];
  if (subject.length === 1 && reference.length === 1 && isMap(only) && isMap(onlyThere))
    return context.compare(only, onlyThere, elementAt(site, 0, only));
  if (subject.length === reference.length && sameInPlace(subject, reference, site, context)) return NOTHING;
  const [own, others] = withoutEqual(subject, reference, context);
  return own.length === 0 && others.length === 0 ? NOTHING : compareLeftover(own, others, site, context);
}

/** Most sets of texts are written in the same order on both sides; then none has to be looked for. */
function sameInPlace(subject: readonly Value[], reference: readonly Value[], site: Site, context: Context): boolean {
  return subject.every((own, at) => {
    const other = reference[at];
    if (typeof own !== "string" || typeof other !== "string") return own === other;
    return own === other || context.compare(own, other, inside(site, at)).length === 0;
  });
}

/** First those at one place: of two that are equal, the one that stands where it should is not the one left over. */
function withoutEqual(
  subject: readonly Value[],
  reference: readonly Value[],
  { texts }: Context,
): readonly [readonly Element[], readonly Element[]] {
  const own = subject.map((value) => texts.subject.value(value));
  const others = reference.map((value) => texts.reference.value(value));
  const waiting = new Map<string, Element[]>();
  reference.forEach((value, at) => {
    const key = others[at] ?? "";
    if (own[at] === key) return;
    const one = { value, at, shown: () => nameOf(value, texts.reference) };
    const list = waiting.get(key);
    if (list === undefined) waiting.set(key, [one]);
    else list.push(one);
  });
  const left = subject.flatMap((value, at) =>
    own[at] === others[at] || waiting.get(own[at] ?? "")?.shift() !== undefined
      ? []
      : [{ value, at, shown: () => nameOf(value, texts.subject) }],
  );
  return [left, [...waiting.values()].flat().sort((a, b) => a.at - b.at)];
}

const LONGEST_NAME = 80;

/** What an element of a set is called in a path: itself, where it is short enough. */
function nameOf(value: Value, texts: SideTexts): string {
  const shown = (_: string, part: unknown) => (typeof part === "string" ? texts.shown(part) : part);
  const text = typeof value === "string" ? texts.shown(value) : JSON.stringify(value, shown);
  return text.slice(0, LONGEST_NAME);
}
