import type { CatalogueRule, TypeFacts } from "../../core/model/catalogue";
import type { Path } from "../../core/model/path";
import type { TypePattern } from "../engine/type-pattern";
import { compileType } from "../engine/type-pattern";
import { many } from "../own/groups";
import { canonicalType } from "./canonical";
import { typeOwners } from "./owners";
import { writtenParts } from "./parts";
import { replicaTypes } from "./replicas";
import { resolvedOutputs } from "./resolved";

type Table<Fact> = readonly (readonly [pattern: TypePattern, fact: Fact])[];

function compileTable<Fact>(rows: readonly (readonly [string, Fact])[]): Table<Fact> {
  return rows.map(([glob, fact]) => [compileType(glob), fact]);
}

const owners = compileTable(typeOwners);
const resolved = compileTable(resolvedOutputs);
const parts = compileTable(writtenParts);
const replicas = replicaTypes.map(compileType);

/** What is known of types as wholes, with what a team says of its own. */
export class TypeKnowledge {
  readonly #known = new Map<string, TypeFacts>();
  readonly #like: Table<string>;
  readonly #replicas: readonly TypePattern[];

  constructor(own: readonly CatalogueRule[]) {
    const globs = (rule: CatalogueRule) => many(rule.on ?? []);
    this.#like = compileTable(
      own.flatMap((rule) =>
        rule.like === undefined ? [] : globs(rule).map((glob) => [glob, rule.like ?? ""] as const),
      ),
    );
    this.#replicas = [
      ...replicas,
      ...own.filter((rule) => rule.replica === true).flatMap((rule) => globs(rule).map(compileType)),
    ];
  }

  /** Under its old names too. */
  facts(type: string): TypeFacts {
    let facts = this.#known.get(type);
    if (facts === undefined) this.#known.set(type, (facts = this.#factsOf(type)));
    return facts;
  }

  #factsOf(type: string): TypeFacts {
    const canonical = canonicalType(firstFor(this.#like, type) ?? type);
    return {
      canonical,
      policy: firstFor(owners, canonical) ?? "inventory-parity",
      replica: this.#replicas.some((pattern) => pattern.test(type) || pattern.test(canonical)),
      resolved: (firstFor(resolved, canonical) ?? []).map(resolvedPair),
      parts: firstFor(parts, canonical) ?? [],
    };
  }
}

function firstFor<Fact>(table: Table<Fact>, type: string): Fact | undefined {
  return table.find(([pattern]) => pattern.test(type))?.[1];
}

function resolvedPair(spelled: string): { output: Path; input: Path } {
  const [output = spelled, input = output] = spelled.split("=");
  return { output: output.split("."), input: input.split(".") };
}
