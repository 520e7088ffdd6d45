import type { TypeFacts } from "../../core/model/catalogue";
import type { Path } from "../../core/model/path";
import { compileType } from "../engine/type-pattern";
import { canonicalType } from "./canonical";
import { keyProperties } from "./keys";
import { typeOwners } from "./owners";
import { replicaTypes } from "./replicas";
import { resolvedOutputs } from "./resolved";

const known = new Map<string, TypeFacts>();

/** What is known of a type as a whole, under its old names too. */
export function typeFacts(type: string): TypeFacts {
  let facts = known.get(type);
  if (facts === undefined) known.set(type, (facts = factsOf(canonicalType(type))));
  return facts;
}

function factsOf(type: string): TypeFacts {
  return {
    canonical: type,
    policy: firstFor(typeOwners, type) ?? "inventory-parity",
    replica: replicaTypes.some((glob) => compileType(glob).test(type)),
    resolved: (firstFor(resolvedOutputs, type) ?? []).map(resolvedPair),
    keys: firstFor(keyProperties, type) ?? [],
  };
}

function firstFor<Fact>(table: readonly (readonly [string, Fact])[], type: string): Fact | undefined {
  return table.find(([glob]) => compileType(glob).test(type))?.[1];
}

function resolvedPair(spelled: string): { output: Path; input: Path } {
  const [output = spelled, input = output] = spelled.split("=");
  return { output: output.split("."), input: input.split(".") };
}
