import type { Catalogue } from "../../core/model/catalogue";
import type { Finding } from "../../core/model/finding";
import type { Resource } from "../../core/model/resource";
import type { PolicyName } from "../../core/vocabulary";
import { symbolicSelector } from "./learned";

/** Two different kinds of resource for one purpose, as far as it can be seen from outside. */
export interface SubstituteProposal {
  readonly name: string;
  readonly subject: readonly string[];
  readonly reference: readonly string[];
  /** Properties that both have, and that say what it is and how safe. */
  readonly compare: readonly string[];
}

const COMPARED: readonly PolicyName[] = ["dependency-parity", "security-parity"];

/** Modules (`aws:rds/`) of which one side has these types and the other side those, and none in common. */
export function proposeSubstitutes(findings: readonly Finding[], catalogue: Catalogue): readonly SubstituteProposal[] {
  const modules = new Map<string, Finding[]>();
  for (const finding of findings.filter(({ kind }) => kind === "missing" || kind === "extra")) {
    const module = /^[^:]+:(?<module>[^/:]+)\//.exec(finding.type)?.groups?.module;
    if (module !== undefined) modules.set(module, [...(modules.get(module) ?? []), finding]);
  }
  return [...modules].flatMap(([name, found]) => {
    const here = found.filter(({ kind }) => kind === "extra");
    const there = found.filter(({ kind }) => kind === "missing");
    const types = new Set(there.map(({ type }) => type));
    if (here.length === 0 || there.length === 0 || here.some(({ type }) => types.has(type))) return [];
    const globs = (side: readonly Finding[]) => [...new Set(side.map(symbolicSelector))];
    return [{ name, subject: globs(here), reference: globs(there), compare: compared(here, there, catalogue) }];
  });
}

function compared(here: readonly Finding[], there: readonly Finding[], catalogue: Catalogue): readonly string[] {
  const [own, other] = [here[0]?.subject, there[0]?.reference];
  if (own === undefined || other === undefined) return [];
  return Object.keys(own.inputs).filter(
    (key) => Object.hasOwn(other.inputs, key) && tells(own, key, catalogue) && tells(other, key, catalogue),
  );
}

function tells({ type }: Resource, key: string, catalogue: Catalogue): boolean {
  const { policy, noise } = catalogue.property(type, [key]);
  return !noise && COMPARED.some((name) => name === policy);
}
