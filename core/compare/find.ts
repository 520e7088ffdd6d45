import type { Ledger } from "../align/ledger";
import type { Divergence, Equivalence, Pair } from "../model/comparison";
import { withCauses } from "./causes";
import type { Context } from "./context";
import { divergenceMaker, type Maker } from "./divergences";
import { followersOf, gatherAbsent } from "./groups";
import { learnEquivalents } from "./learned";
import type { CompareOptions } from "./options";
import { withoutOutsideIds } from "./outside";
import { withoutRewritten } from "./parts";
import { compareResources } from "./pair-drafts";
import { unpaired } from "./presence";
import { gatherReplicas } from "./replicas";
import { sharedDrafts, usesReference } from "./shared";
import { findSubstitutes } from "./substitutes";

export interface Found {
  readonly divergences: readonly Divergence[];
  readonly learned: readonly Equivalence[];
}

/** Every difference of a pair of stacks: in aligned resources, in what only one side has, and in whose things are used. */
export function findDivergences(
  ledger: Ledger,
  pairs: readonly Pair[],
  context: Context,
  options: CompareOptions,
): Found {
  const make = divergenceMaker(context, options);
  const changes = pairs.flatMap((pair) =>
    compareResources(pair.subject, pair.reference, context).map((draft) => make.ofDraft(pair, draft)),
  );
  const { divergences, equivalences } = learnEquivalents(
    withoutOutsideIds(changes, options.different, context),
    pairs,
    options.different,
    context,
  );
  const { groups, alone, copies } = gatherReplicas(unpaired(ledger), pairs, ledger, context);
  const counted = groups.map((group) => ({ divergence: make.ofReplicas(group), replicas: group.more }));
  const present = [...alone.map((one) => make.ofPresence(one)), ...counted.map(({ divergence }) => divergence)];
  const caused = withCauses(
    withoutRewritten([...divergences, ...present], context),
    { counted, copies },
    ledger,
    context,
  );
  const grouped = substituted(gatherAbsent(caused, options.absent), options, context, make);
  return { divergences: [...grouped, ...shared(ledger, pairs, context, options, make)], learned: equivalences };
}

function shared(
  ledger: Ledger,
  pairs: readonly Pair[],
  context: Context,
  { shareable }: CompareOptions,
  make: Maker,
): readonly Divergence[] {
  const uses = usesReference(ledger, context, pairs, shareable);
  if (uses === undefined) return [];
  return pairs.flatMap((pair) => sharedDrafts(pair, uses, context).map((draft) => make.ofDraft(pair, draft)));
}

/** Each substitute as one difference, with the properties that are judged and with its consequences tied to it. */
function substituted(
  divergences: readonly Divergence[],
  { substitutes }: CompareOptions,
  context: Context,
  make: Maker,
): readonly Divergence[] {
  let left = divergences;
  for (const { substitute, subject, reference, members, drafts } of findSubstitutes(left, substitutes, context)) {
    const pair = { subject, reference };
    const whole: Divergence = {
      ...make.ofReplicas({ pair, subjects: members.size, references: members.size }),
      values: { subject: subject.type, reference: reference.type },
      group: { as: "substitute", name: substitute.name, reason: substitute.reason },
    };
    const followers = followersOf(members, left);
    left = left
      .filter((divergence) => !members.has(divergence))
      .map((divergence) => (followers.has(divergence) ? { ...divergence, causedBy: whole.id } : divergence));
    left = [...left, whole, ...drafts.map((draft) => make.ofDraft(pair, draft))];
  }
  return left;
}
