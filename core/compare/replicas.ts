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
}

export interface Presence {
  readonly groups: readonly ReplicaGroup[];
  readonly alone: readonly Unpaired[];
}

/** Equal copies of a replica of which both sides have some: their number differs, and nothing is missing. */
export function gatherReplicas(
  unpaired: readonly Unpaired[],
  pairs: readonly Pair[],
  ledger: Ledger,
  context: Context,
): Presence {
  const candidates = unpaired.filter(({ resource }) => context.catalogue.type(resource.type).replica);
  if (candidates.length === 0) return { groups: [], alone: unpaired };
  const types = new Set(candidates.map(({ resource }) => resource.type));
  const look = (side: "subject" | "reference", index: number) => likeness(side, index, ledger, context);
  const families = new Map<string, { pair: Pair; count: number }>();
  for (const { subject, reference } of ledger.joined) {
    const resource = ledger.sides.subject.resources[subject];
    const pair = resource && types.has(resource.type) ? pairs.find((one) => one.subject === resource) : undefined;
    if (pair === undefined) continue;
    const key = look("reference", reference);
    const family = families.get(key);
    if (family === undefined) families.set(key, { pair, count: 1 });
    else family.count += 1;
  }
  const more = new Map<string, Record<"subject" | "reference", number>>();
  const alone = unpaired.filter((one) => {
    const key = candidates.includes(one) ? look(one.side, one.index) : "";
    if (!families.has(key)) return true;
    const count = more.get(key) ?? { subject: 0, reference: 0 };
    count[one.side] += 1;
    more.set(key, count);
    return false;
  });
  const groups = [...more].flatMap(([key, { subject, reference }]) => {
    const family = families.get(key);
    return family === undefined
      ? []
      : [{ pair: family.pair, subjects: family.count + subject, references: family.count + reference }];
  });
  return { groups, alone };
}

/** What a resource looks like but for its own name and number. */
function likeness(
  side: "subject" | "reference",
  index: number,
  ledger: Ledger,
  { labels, catalogue }: Context,
): string {
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
export function replicaCounts({ subjects, references }: ReplicaGroup): Divergence["values"] {
  return { subject: subjects, reference: references };
}
