import type { Rule, RuleGroup } from "../rule";
import { patternsOf } from "../rule";
import type { PropertyPattern } from "./pattern";
import { compileProperty } from "./pattern";

/** A rule with one of its property patterns, ready to be matched. */
export interface CompiledRule {
  /** `aws/rds/engine-version` */
  readonly name: string;
  readonly rule: Rule;
  /** Type globs; empty: any type. */
  readonly types: readonly string[];
  readonly property: PropertyPattern;
  /** Position in the catalogue: of two rules of one weight the later wins. */
  readonly order: number;
}

export function compileRules(groups: readonly RuleGroup[]): readonly CompiledRule[] {
  const compiled: CompiledRule[] = [];
  for (const group of groups)
    for (const rule of group.rules) {
      const name = `${group.name}/${rule.name}`;
      const types = patternsOf(rule.on ?? group.on ?? []);
      for (const source of patternsOf(rule.property))
        compiled.push(lazily({ name, rule, types, order: compiled.length }, source));
    }
  return compiled;
}

/** Most stacks never meet the types that most rules name: their patterns are compiled when they are first asked. */
function lazily(rule: Omit<CompiledRule, "property">, source: string): CompiledRule {
  let property: PropertyPattern | undefined;
  return {
    ...rule,
    get property() {
      return (property ??= compileProperty(source));
    },
  };
}
