import type { Divergence, Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import { isAmong } from "../symbolise/declared";
import { eachText } from "../symbolise/leaves";
import { isManagedId } from "../symbolise/managed-ids";
import { OPAQUE_IDS, withoutIds } from "../symbolise/opaque";
import type { Context } from "./context";
import { sameWithEnvironmentReplaced } from "./glued";
import { spellingsOf } from "./texts";
import { sameWordByWord } from "./word-by-word";

/** What is behind such an identifier decides how things behave, and so do differences between two of them. */
const MEANINGFUL = new Set(["image", "version", "size", "secret"]);

interface Match extends Sides<string> {
  readonly divergence: Divergence;
}

/**
 * Leaves out what differs only in identifiers of things outside both stacks: a VPC that each got from a look-up. They
 * are each other's counterparts as long as that holds wherever either of them stands, and parity.yaml does not refuse it.
 */
export function withoutOutsideIds(
  divergences: readonly Divergence[],
  refused: readonly Sides<string>[],
  context: Context,
): readonly Divergence[] {
  const matches = divergences.flatMap((divergence) => matchesOf(divergence, context));
  if (matches.length === 0) return divergences;
  const { subject: own, reference: other } = context.symbolised;
  const known = { subject: idsIn(own.resources), reference: idsIn(other.resources) };
  const told = matches.filter(({ divergence }) => divergence.unordered !== true);
  const partners = { subject: partnersOf(told, "subject"), reference: partnersOf(told, "reference") };
  const contradicted = new Set<Divergence>();
  const explained = new Set<Divergence>();
  for (const { divergence, subject, reference } of matches) {
    const consistent =
      subject === reference ||
      ((divergence.unordered === true ||
        (partners.subject.get(subject) === reference && partners.reference.get(reference) === subject)) &&
        !isManagedId(subject) &&
        !isManagedId(reference) &&
        !isAmong(refused, { subject, reference }) &&
        !known.reference.has(subject) &&
        !known.subject.has(reference));
    (consistent ? explained : contradicted).add(divergence);
  }
  return divergences.filter((divergence) => !explained.has(divergence) || contradicted.has(divergence));
}

function idsIn(resources: readonly Resource[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { inputs } of resources)
    eachText(inputs, (text) => {
      for (const [id] of text.matchAll(OPAQUE_IDS)) ids.add(id);
    });
  return ids;
}

function matchesOf(divergence: Divergence, context: Context): readonly Match[] {
  const { kind, values, facts } = divergence;
  if (kind !== "changed" || divergence.path === undefined || MEANINGFUL.has(facts.valueClass)) return [];
  if (!holdsId(values.subject) || !holdsId(values.reference)) return [];
  // What is owned by a resource of the stack is a mention there, and no identifier any more.
  const ids =
    idsApart(values.subject, values.reference, "text", context) ??
    (isOpenLiteral(divergence, context) ? idsApart(values.subject, values.reference, "named", context) : undefined);
  return (ids ?? []).map((pair) => ({ divergence, ...pair }));
}

/** The identifiers in which two texts differ; undefined where they differ in more. */
function idsApart(
  subject: string,
  reference: string,
  read: "text" | "named",
  { texts, symbolised }: Context,
): readonly Sides<string>[] | undefined {
  const [own, other] = [texts.subject[read](subject), texts.reference[read](reference)];
  if (withoutIds(own) !== withoutIds(other) && !sameName(withoutIds(own), withoutIds(other), symbolised))
    return undefined;
  const others = other.match(OPAQUE_IDS) ?? [];
  return (own.match(OPAQUE_IDS) ?? [])
    .map((id, at) => ({ subject: id, reference: others[at] ?? "" }))
    .filter((pair) => pair.subject !== pair.reference);
}

/**
 * Whether the engine says of both sides that the value comes from no other resource: then it mentions none, though on
 * the side that is deployed some resource may have an output that looks like it.
 */
function isOpenLiteral({ subject, reference, path = [] }: Divergence, { symbolised }: Context): boolean {
  const comesFromNone = (resource: Resource | undefined) =>
    (resource?.propertyDependencies.get(String(path[0])) ?? []).length === 0;
  return symbolised.subject.stack.phase === "preview" && comesFromNone(subject) && comesFromNone(reference);
}

function sameName(subject: string, reference: string, symbolised: Context["symbolised"]): boolean {
  const spellings = spellingsOf(symbolised);
  return sameWithEnvironmentReplaced(subject, reference, spellings) || sameWordByWord(subject, reference, spellings);
}

function holdsId(value: Value | undefined): value is string {
  return typeof value === "string" && value.search(OPAQUE_IDS) >= 0;
}

/** The one that each is most often matched with. */
function partnersOf(matches: readonly Match[], side: keyof Sides<string>): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const match of matches) {
    const other = side === "subject" ? match.reference : match.subject;
    const partners = counts.get(match[side]) ?? new Map<string, number>();
    partners.set(other, (partners.get(other) ?? 0) + 1);
    counts.set(match[side], partners);
  }
  return new Map([...counts].map(([id, partners]) => [id, mostFrequent(partners)] as const));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? "";
}
