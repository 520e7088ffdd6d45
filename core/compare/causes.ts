import type { Ledger } from "../align/ledger";
import { groupBy } from "../group-by";
import type { Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import { Special } from "../model/value";
import type { Context } from "./context";
import { mentionsIn } from "./mentions";
import { textsAt } from "./outputs";
import { Presences, type Replicas } from "./presences";

/**
 * Ties each difference to the one that it follows from: what lies in or hangs on a resource that only one side has, a
 * reference to such a resource, and a value that was passed on from a resource where it differs already.
 */
export function withCauses(
  divergences: readonly Divergence[],
  replicas: Replicas,
  ledger: Ledger,
  context: Context,
): readonly Divergence[] {
  const presences = new Presences(divergences, replicas, ledger, context);
  const changes = new Map<Resource, Divergence>();
  const inside = divergences.filter(({ path }) => path !== undefined);
  for (const divergence of inside)
    for (const resource of [divergence.subject, divergence.reference])
      if (resource !== undefined && !changes.has(resource)) changes.set(resource, divergence);
  const passedOn = groupBy(inside, valuesKey);
  const find = { ledger, context, presences, changes };
  return divergences.map((divergence) => {
    const cause =
      divergence.path === undefined
        ? causeOfPresence(divergence, find)
        : (causeOfReference(divergence, find) ??
          causeOfRecorded(divergence, find) ??
          causeOfValue(divergence, passedOn));
    return cause === undefined || cause.id === divergence.id ? divergence : { ...divergence, causedBy: cause.id };
  });
}

interface Find {
  readonly ledger: Ledger;
  readonly context: Context;
  readonly presences: Presences;
  /** The first change of each resource, by either counterpart. */
  readonly changes: ReadonlyMap<Resource, Divergence>;
}

function causeOfPresence(divergence: Divergence, { presences }: Find): Divergence | undefined {
  for (const { side, resource } of presences.membersOf(divergence)) {
    const wiring = [...resource.propertyDependencies.values()].flat();
    for (const urn of [resource.parent ?? "", ...resource.dependencies, ...wiring]) {
      const cause = presences.at(urn, side);
      if (cause !== undefined && cause !== divergence) return cause;
    }
  }
  return presences.ofFirstCopy(divergence);
}

function causeOfReference(
  divergence: Divergence,
  { ledger, context, presences, changes }: Find,
): Divergence | undefined {
  if (presences.none && divergence.kind === "changed") return undefined;
  for (const side of ["reference", "subject"] as const)
    for (const mention of mentionsIn(
      [...(divergence.path ?? []), divergence.values[side] ?? null],
      context.symbolised[side],
    ))
      for (const { resource, output } of mention.owners) {
        const owner = ledger.sides[side].resources[resource];
        if (owner === undefined) continue;
        const cause = presences.of(owner) ?? firstChange(divergence, owner, changes);
        if (cause === undefined) continue;
        const other = context.counterpartOf[side](resource);
        if (other === undefined || textsAt(other, output).length < textsAt(owner, output).length) return cause;
      }
  return undefined;
}

/**
 * The same by what the engine recorded, where a text is too short to be known for an output wherever it stands
 * (`h1tbuz`), a number, or not to be had.
 */
function causeOfRecorded(divergence: Divergence, { ledger, presences }: Find): Divergence | undefined {
  if (presences.none) return undefined;
  const { path = [], undetermined, values } = divergence;
  const isOpen =
    undetermined === undefined && [values.subject, values.reference].some((value) => value instanceof Special);
  for (const side of ["reference", "subject"] as const) {
    const value = values[side];
    const text = typeof value === "string" || typeof value === "number" ? String(value) : undefined;
    for (const urn of divergence[side]?.propertyDependencies.get(String(path[0])) ?? []) {
      const source = ledger.sides[side].resources[ledger.sides[side].indexOf(urn) ?? -1];
      const cause = source && presences.of(source);
      if (cause === undefined || (text === undefined && !isOpen)) continue;
      if (isOpen || holdsWord(text ?? "", source?.id ?? "")) return cause;
      if (path.length === 1 && source && hasOutput(source, text ?? "")) return cause;
    }
  }
  return undefined;
}

/** Whether a text is an output of the resource, or holds one that looks like an id: `integrations/bf50i4i`. */
function hasOutput({ outputs }: Resource, text: string): boolean {
  return Object.keys(outputs).some((output) => {
    const value = outputs[output];
    if (typeof value !== "string" && typeof value !== "number") return false;
    return String(value) === text || (SHORT_ID.test(String(value)) && holdsWord(text, String(value)));
  });
}

const SHORT_ID = /^(?=.*[a-z])(?=.*\d)[a-z0-9]{6,}$/i;

function holdsWord(text: string, word: string): boolean {
  const at = word === "" ? -1 : text.indexOf(word);
  return at >= 0 && !/[A-Za-z0-9]/.test(text.charAt(at - 1)) && !/[A-Za-z0-9]/.test(text.charAt(at + word.length));
}

/** An output that only one side's counterpart has comes from what differs in it: the records of a longer certificate. */
function firstChange(
  { kind, subject, reference }: Divergence,
  owner: Resource,
  changes: ReadonlyMap<Resource, Divergence>,
): Divergence | undefined {
  if (kind === "changed" || owner === subject || owner === reference) return undefined;
  return changes.get(owner);
}

/** The same two values, in a resource that this one's property depends on. */
function causeOfValue(
  divergence: Divergence,
  passedOn: ReadonlyMap<string, readonly Divergence[]>,
): Divergence | undefined {
  const sources = divergence.subject?.propertyDependencies.get(String(divergence.path?.[0])) ?? [];
  if (sources.length === 0) return undefined;
  const same = passedOn.get(valuesKey(divergence)) ?? [];
  return same.find(
    ({ subject }) => subject !== undefined && subject !== divergence.subject && sources.includes(subject.urn),
  );
}

function valuesKey({ values }: Divergence): string {
  return JSON.stringify([values.subject ?? null, values.reference ?? null]);
}
