import type { PropertyFacts } from "../model/catalogue";
import type { Divergence, Pair } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { fingerprints } from "./fingerprint";
import type { CompareOptions } from "./options";
import type { Unpaired } from "./presence";
import { type ReplicaGroup, replicaCounts } from "./replicas";
import { plainFacts } from "../model/plain-facts";
import { UNEXPLAINED } from "../model/unexplained";
import { SECRET } from "../model/value";

/** Makes the divergences of one pair of stacks, each with its fingerprint and what the catalogue says of it. */
export interface Maker {
  ofDraft(pair: Pick<Pair, "subject" | "reference">, draft: Draft): Divergence;
  ofPresence(unpaired: Unpaired): Divergence;
  ofReplicas(group: Omit<ReplicaGroup, "more">): Divergence;
}

const OPEN = { ...UNEXPLAINED, path: undefined, key: undefined };

export function divergenceMaker(context: Context, { environments }: CompareOptions): Maker {
  const names = { subject: environments.subject.environment, reference: environments.reference.environment };
  const identify = fingerprints(context.symbolised.subject.stack, names);
  const nameOn = (side: "subject" | "reference", { name }: Resource) =>
    context.symbolised[side].vocabulary.environment.mask(name);
  const lasting = (side: "subject" | "reference", { type, name }: Resource) =>
    `${type}::${context.symbolised[side].lastingName(name)}`;
  return {
    ofDraft({ subject, reference }, draft) {
      const symbolicName = nameOn("subject", subject);
      const facts = factsOf(subject.type, draft, context);
      return {
        ...OPEN,
        id: identify(lasting("subject", subject), draft.kind === "shared" ? `${draft.key} shared` : draft.key),
        kind: draft.kind,
        type: subject.type,
        subject,
        reference,
        symbolicName,
        path: draft.path,
        key: draft.key,
        values: facts.secret ? concealed(draft) : { subject: draft.subject, reference: draft.reference },
        facts,
        undetermined: draft.undetermined,
        ...(draft.unordered === true && { unordered: true }),
      };
    },
    ofPresence({ side, resource }) {
      const symbolicName = nameOn(side, resource);
      const kind = side === "subject" ? "extra" : "missing";
      return {
        ...OPEN,
        id: identify(lasting(side, resource), ""),
        kind,
        type: resource.type,
        subject: side === "subject" ? resource : undefined,
        reference: side === "reference" ? resource : undefined,
        symbolicName,
        values: { subject: undefined, reference: undefined },
        facts: presenceFacts(resource, context),
      };
    },
    ofReplicas(group) {
      const { subject, reference } = group.pair;
      const symbolicName = nameOn("subject", subject);
      return {
        ...OPEN,
        id: identify(lasting("subject", subject), "replicas"),
        kind: "changed",
        type: subject.type,
        subject,
        reference,
        symbolicName,
        values: replicaCounts(group),
        facts: { ...presenceFacts(subject, context), valueClass: "count", direction: { weaker: "lower" } },
      };
    },
  };
}

/** Nothing after this can show a secret's value, whatever text it makes of the finding. */
function concealed({ subject, reference }: Draft): Divergence["values"] {
  return {
    subject: subject === undefined ? undefined : SECRET,
    reference: reference === undefined ? undefined : SECRET,
  };
}

/** Who uses what is not its own is not apart from it: that is for security, whatever the property is for. */
function factsOf(type: string, { kind, asked, subject, reference }: Draft, { catalogue }: Context): PropertyFacts {
  const facts = catalogue.classify(type, asked, subject, reference);
  return kind === "shared" ? { ...facts, policy: "security-parity" } : facts;
}

function presenceFacts({ type }: Resource, { catalogue }: Context): PropertyFacts {
  return plainFacts(catalogue.type(type).policy, "identity", "type");
}
