import { fingerprint } from "../../model/fingerprint";
import type { PropertyFacts } from "../../model/catalogue";
import type { Comparison, Divergence, Sides } from "../../model/comparison";
import { UNEXPLAINED } from "../../model/unexplained";
import { plainFacts } from "../../model/plain-facts";
import type { Resource } from "../../model/resource";
import type { Stack } from "../../model/stack";
import type { Value } from "../../model/value";
import type { Level, ValueClass } from "../../vocabulary";

/** The pseudo-resource that stands for what a stack was made of and when. */
const PROGRAM_TYPE = "parity:stack:Program";

const POLICY = "provenance-parity";

/** Something that provenance-parity has to say, before it is a divergence. */
export interface Draft {
  readonly key: string;
  readonly valueClass: ValueClass;
  readonly values: Sides<Value>;
  /** One sentence without a full stop. */
  readonly says: string;
  readonly undetermined?: string;
  /** Only warns. */
  readonly atMost?: Level;
}

export function divergenceOf(draft: Draft, { subject, reference }: Comparison): Divergence {
  const { key, valueClass, values, says, undetermined, atMost } = draft;
  return {
    ...UNEXPLAINED,
    id: fingerprint([subject.project, subject.name, reference.project, reference.name, PROGRAM_TYPE, key].join("\n")),
    kind: "changed",
    type: PROGRAM_TYPE,
    subject: programResource(subject),
    reference: programResource(reference),
    symbolicName: "program",
    path: [key],
    key,
    values,
    facts: factsOf(valueClass),
    undetermined,
    reported: { policy: POLICY, message: says },
    ...(atMost !== undefined && { atMost }),
  };
}

/** A rule about the property is not one about how long it may differ. */
const AGE = "age";

/** The divergence once more, for how long it has lasted. */
export function agedDivergence(one: Divergence, values: Sides<Value>, says: string): Divergence {
  return {
    ...one,
    id: fingerprint(`${one.id} age`),
    kind: "changed",
    path: [AGE],
    key: AGE,
    values,
    facts: factsOf("duration"),
    undetermined: undefined,
    causedBy: one.id,
    aged: true,
    reported: { policy: POLICY, message: says },
  };
}

function factsOf(valueClass: ValueClass): PropertyFacts {
  return plainFacts(POLICY, valueClass, "provenance");
}

function programResource({ project, name }: Stack): Resource {
  return {
    urn: `urn:pulumi:${name}::${project}::${PROGRAM_TYPE}::program`,
    type: PROGRAM_TYPE,
    name: "program",
    role: "evidence",
    ...{ id: undefined, parent: undefined, provider: undefined, inputs: {}, outputs: {}, dependencies: [] },
    ...{ propertyDependencies: new Map(), aliases: [], protect: false, sourcePosition: undefined },
    ...{ created: undefined, modified: undefined, untargeted: false, tags: {} },
  };
}
