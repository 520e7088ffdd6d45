import type { Direction, ListSemantics, PropertyFacts } from "../../core/model/catalogue";
import { POLICY_NAMES } from "../../core/vocabulary";
import type { PolicyName } from "../../core/vocabulary";
import type { Owner, Statement } from "../rule";
import type { Match } from "./index-rules";

export const DEFAULT_RULE = "general/default";

/** Each field from the strongest rule that states it; the rule named is the one that gives noise or the policy. */
export function mergeFacts(matches: readonly Match[]): PropertyFacts {
  const policy = first(matches, "policy");
  const noise = first(matches, "noise");
  const kind = first(matches, "kind")?.value ?? "text";
  const document = first(matches, "document")?.value;
  return {
    policy: policy === undefined ? "configuration-parity" : fullName(policy.value),
    valueClass: kind,
    noise: noise?.value ?? false,
    secret: first(matches, "secret")?.value ?? false,
    list: listSemantics(first(matches, "list")?.value),
    defaultValue: first(matches, "default")?.value,
    document,
    direction: direction(first(matches, "weaker")?.value),
    rule:
      (noise?.value === true ? noise.rule : policy?.rule) ?? noise?.rule ?? matches[0]?.compiled.name ?? DEFAULT_RULE,
  };
}

/** The strongest statement of one field, and the rule that makes it. */
export function first<Field extends keyof Statement>(
  matches: readonly Match[],
  field: Field,
): { readonly value: NonNullable<Statement[Field]>; readonly rule: string; readonly at: number } | undefined {
  for (const { compiled, at } of matches) {
    const value = compiled.rule[field];
    if (value !== undefined) return { value, rule: compiled.name, at };
  }
  return undefined;
}

const FULL_NAMES = new Map<string, PolicyName>(
  POLICY_NAMES.flatMap((name) => [
    [name, name],
    [name.replace(/-parity$/, ""), name],
  ]),
);

function fullName(owner: Owner | PolicyName): PolicyName {
  return FULL_NAMES.get(owner) ?? "configuration-parity";
}

const ORDERED: ListSemantics = { kind: "ordered" };
const SET: ListSemantics = { kind: "set" };

function listSemantics(list: Statement["list"]): ListSemantics {
  if (list === undefined || list === "ordered") return ORDERED;
  return list === "set" ? SET : { kind: "keyed", keys: list };
}

function direction(weaker: Statement["weaker"]): Direction | undefined {
  if (weaker === undefined) return undefined;
  return typeof weaker === "string" ? { weaker } : { ladder: weaker };
}
