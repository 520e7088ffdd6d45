import type { Rule, RuleGroup } from "../rule";
import type { PropertyPattern } from "./pattern";
import { compileProperty } from "./pattern";
import type { TypePattern } from "./type-pattern";
import { compileType } from "./type-pattern";

/** A rule with one of its property patterns, ready to be matched. */
export interface CompiledRule {
  /** `aws/rds/engine-version` */
  readonly name: string;
  readonly rule: Rule;
  readonly types: readonly TypePattern[];
  readonly property: PropertyPattern;
  /** Position in the catalogue: of two rules of one weight the later wins. */
  readonly order: number;
}

export function compileRules(groups: readonly RuleGroup[]): readonly CompiledRule[] {
  const compiled: CompiledRule[] = [];
  for (const group of groups)
    for (const rule of group.rules) {
      const types = (rule.on ?? group.on ?? []).map(compileType);
      for (const property of rule.property)
        compiled.push({
          name: `${group.name}/${rule.name}`,
          rule,
          types,
          property: compileProperty(property),
          order: compiled.length,
        });
    }
  return compiled;
}

const TYPE_STEP = 10_000;
const FALLBACK = -100_000;

/** How strongly the rule speaks for a type, given by all its names: the type first, then the words of the property. Undefined: not at all. */
export function weightFor(compiled: CompiledRule, names: readonly string[]): number | undefined {
  const base = compiled.property.weight + (compiled.rule.fallback === true ? FALLBACK : 0);
  if (compiled.types.length === 0) return base;
  const ranks = compiled.types.filter((pattern) => names.some(pattern.test)).map((pattern) => pattern.rank);
  return ranks.length === 0 ? undefined : base + Math.max(...ranks) * TYPE_STEP;
}
