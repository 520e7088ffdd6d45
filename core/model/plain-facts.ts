import type { PolicyName, ValueClass } from "../vocabulary";
import type { PropertyFacts } from "./catalogue";

/** Facts of what is no property of a resource type, and of which the catalogue therefore knows nothing. */
export function plainFacts(policy: PolicyName, valueClass: ValueClass, rule: string): PropertyFacts {
  return {
    policy,
    valueClass,
    noise: false,
    secret: false,
    list: { kind: "ordered" },
    defaultValue: undefined,
    document: undefined,
    direction: undefined,
    rule,
  };
}
