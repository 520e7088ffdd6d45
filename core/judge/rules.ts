import type { Divergence } from "../model/comparison";
import type { Level } from "../vocabulary";
import type { Allow } from "./allow";
import type { ToleranceRule } from "./options";
import { compileSelector, type Select, type SelectorContext } from "./selector";

/** A rule ready to be asked. */
interface CompiledRule {
  readonly rule: ToleranceRule;
  readonly matches: Select;
}

/** What the rules say of a divergence: `allow` and `level` each by the last rule that matches and says one. */
export interface Ruling {
  readonly allow: { readonly rule: ToleranceRule; readonly allow: Allow } | undefined;
  readonly level: { readonly rule: ToleranceRule; readonly level: Level } | undefined;
}

export type Rulings = (divergence: Divergence) => Ruling;

export function compileRules(rules: readonly ToleranceRule[], context: SelectorContext): Rulings {
  const compiled = rules.map((rule): CompiledRule => ({ rule, matches: compileSelector(rule.select, context) }));
  const allowing = compiled.filter(({ rule }) => rule.allow !== undefined).reverse();
  const levelling = compiled.filter(({ rule }) => rule.level !== undefined).reverse();
  return (divergence) => {
    const byAllow = allowing.find(({ matches }) => matches(divergence))?.rule;
    const byLevel = levelling.find(({ matches }) => matches(divergence))?.rule;
    return {
      allow: byAllow?.allow === undefined ? undefined : { rule: byAllow, allow: byAllow.allow },
      level: byLevel?.level === undefined ? undefined : { rule: byLevel, level: byLevel.level },
    };
  };
}

/** Every rule that matches, in order: for whoever asks why. */
export function matchingRules(
  rules: readonly ToleranceRule[],
  divergence: Divergence,
  context: SelectorContext,
): readonly ToleranceRule[] {
  return rules.filter(({ select }) => compileSelector(select, context)(divergence));
}
