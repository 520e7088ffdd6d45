import { groupBy } from "../group-by";
import { featuresOf } from "../align/features";
import type { Ledger } from "../align/ledger";
import type { Divergence, Pair } from "../model/comparison";
import type { Context } from "./context";
import type { Unpaired } from "./presence";

export interface ReplicaGroup {
  /** One of them that both sides have. */
  readonly pair: Pick<Pair, "subject" | "reference">;
  readonly subjects: number;
  readonly references: number;
  /** Those that have no counterpart, of either side. */
  readonly more: readonly Unpaired[];
}

export interface Presence {
  readonly groups: readonly ReplicaGroup[];
  readonly alone: readonly Unpaired[];
  /** Of those alone: equal copies of a replica of which the other side has none, each family by its names. */
  readonly copies: readonly (readonly Unpaired[])[];
}

/** A pair of replicas, with how many equal ones are aligned, and how many more either side has. */
interface Family {
  readonly pair: Pair;
  aligned: number;
  readonly more: Record<Side, Unpaired[]>;
}

type Side = "subject" | "reference";

/** Equal copies of a replica of which both sides have some: their number differs, and nothing is missing. */
export function gatherReplicas(
  unpaired: readonly Unpaired[],
  pairs: readonly Pair[],
  ledger: Ledger,
  context: Context,
): Presence {
  const candidates = new Set(unpaired.filter(({ resource }) => context.catalogue.type(resource.type).replica));
  if (candidates.size === 0) return { groups: [], alone: unpaired, copies: [] };
  const types = new Set([...candidates].map(({ resource }) => resource.type));
  const look = (side: Side, index: number) => likeness(side, index, ledger, context);
  const families = familiesOf(types, pairs, ledger, look);
  const copies: { readonly looks: string; readonly one: Unpaired }[] = [];
  const alone = unpaired.filter((one) => {
    if (!candidates.has(one)) return true;
    const looks = look(one.side, one.index);
    const family = families[one.side].get(looks);
    if (family !== undefined) family.more[one.side].push(one);
    else copies.push({ looks, one });
    return family === undefined;
  });
  const grown = new Set([...families.subject.values(), ...families.reference.values()]);
  const groups = [...grown]
    .filter(({ more }) => more.subject.length + more.reference.length > 0)
    .map(({ pair, aligned, more }) => ({
      pair,
      subjects: aligned + more.subject.length,
      references: aligned + more.reference.length,
      more: [...more.subject, ...more.reference],
    }));
  const copied = [...groupBy(copies, ({ looks }) => looks).values()];
  return { groups, alone, copies: copied.map((family) => family.map(({ one }) => one).sort(byUrn)) };
}

function byUrn(one: Unpaired, other: Unpaired): number {
  return one.resource.urn < other.resource.urn ? -1 : 1;
}

/** By what a replica looks like on its own side: one that only that side has may be small where the other's are large. */
function familiesOf(
  types: ReadonlySet<string>,
  pairs: readonly Pair[],
  ledger: Ledger,
  look: (side: Side, index: number) => string,
): Record<Side, Map<string, Family>> {
  const families = { subject: new Map<string, Family>(), reference: new Map<string, Family>() };
  const pairOf = new Map(pairs.map((pair) => [pair.subject, pair] as const));
  for (const { subject, reference } of ledger.joined) {
    const resource = ledger.sides.subject.resources[subject];
    const pair = resource === undefined || !types.has(resource.type) ? undefined : pairOf.get(resource);
    if (pair === undefined) continue;
    const [own, other] = [look("subject", subject), look("reference", reference)];
    const family = families.reference.get(other) ??
      families.subject.get(own) ?? { pair, aligned: 0, more: { subject: [], reference: [] } };
    family.aligned += 1;
    if (!families.subject.has(own)) families.subject.set(own, family);
    if (!families.reference.has(other)) families.reference.set(other, family);
  }
  return families;
}

/** What a resource looks like but for its own name and number. */
function likeness(side: Side, index: number, ledger: Ledger, { labels, catalogue }: Context): string {
  const { types, resources } = ledger.sides[side];
  const type = resources[index]?.type ?? "";
  const { content } = featuresOf(ledger.sides[side], index, labels[side]);
  const telling = [...content].filter((feature) => {
    const path = /^\.([\w.]*)=/.exec(feature)?.[1];
    return path === undefined || !catalogue.property(type, path.split(".")).noise;
  });
  return `${types[index] ?? ""}\n${telling.sort().join("\n")}`;
}

/** The values of such a divergence. */
export function replicaCounts({
  subjects,
  references,
}: Pick<ReplicaGroup, "subjects" | "references">): Divergence["values"] {
  return { subject: subjects, reference: references };
}
