import type { Ledger } from "../align/ledger";
import type { PropertyFacts } from "../model/catalogue";
import type { Divergence, Pair } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { fingerprints } from "./fingerprint";
import type { CompareOptions } from "./options";
import { compareResources } from "./pair-drafts";
import { type Unpaired, unpaired } from "./presence";

/** Every difference of a pair of stacks as a divergence: of aligned resources first, then what only one side has. */
export function divergences(
  ledger: Ledger,
  pairs: readonly Pair[],
  context: Context,
  options: CompareOptions,
): readonly Divergence[] {
  const { environments } = options;
  const names = { subject: environments.subject.environment, reference: environments.reference.environment };
  const identify = fingerprints(context.symbolised.subject.stack, names);
  const toDivergence = (pair: Pair) => (draft: Draft) => ofDraft(pair, draft, context, identify);
  return [
    ...pairs.flatMap((pair) => compareResources(pair.subject, pair.reference, context).map(toDivergence(pair))),
    ...unpaired(ledger).map((one) => ofPresence(one, context, identify)),
  ];
}

type Identify = ReturnType<typeof fingerprints>;

const OPEN = { undetermined: undefined, status: undefined, origin: undefined, causedBy: undefined };

function ofDraft({ subject, reference }: Pair, draft: Draft, context: Context, identify: Identify): Divergence {
  const symbolicName = context.symbolised.subject.vocabulary.environment.mask(subject.name);
  const { type } = subject;
  return {
    ...OPEN,
    id: identify(`${type}::${symbolicName}`, draft.key, draft.kind),
    kind: draft.kind,
    type,
    subject,
    reference,
    symbolicName,
    path: draft.path,
    key: draft.key,
    values: { subject: draft.subject, reference: draft.reference },
    facts: context.catalogue.classify(type, draft.path, draft.subject, draft.reference),
    undetermined: draft.undetermined,
  };
}

function ofPresence({ side, resource }: Unpaired, context: Context, identify: Identify): Divergence {
  const symbolicName = context.symbolised[side].vocabulary.environment.mask(resource.name);
  const kind = side === "subject" ? "extra" : "missing";
  return {
    ...OPEN,
    id: identify(`${resource.type}::${symbolicName}`, "", kind),
    kind,
    type: resource.type,
    subject: side === "subject" ? resource : undefined,
    reference: side === "reference" ? resource : undefined,
    symbolicName,
    path: undefined,
    key: undefined,
    values: { subject: undefined, reference: undefined },
    facts: presenceFacts(resource, context),
  };
}

function presenceFacts({ type }: Resource, { catalogue }: Context): PropertyFacts {
  const { policy } = catalogue.type(type);
  return {
    policy,
    valueClass: "identity",
    noise: false,
    secret: false,
    list: { kind: "ordered" },
    defaultValue: undefined,
    document: undefined,
    direction: undefined,
    rule: "type",
  };
}
