import type { DocumentKind } from "../core/model/catalogue";
import type { NameOf } from "./engine/own-name";
import type { PolicyName, ValueClass } from "../core/vocabulary";

/** What a rule may say of a property. Every field is decided apart: by the strongest rule that states it. */
export interface Statement {
  /** Owner; without the common ending: `capacity` is `capacity-parity`. */
  readonly policy?: Owner | PolicyName | undefined;
  readonly kind?: ValueClass | undefined;
  readonly noise?: boolean | undefined;
  readonly secret?: boolean | undefined;
  /** `set`: order means nothing. A list of names: elements align by the first of them that all elements have. */
  readonly list?: "ordered" | "set" | readonly string[] | undefined;
  readonly default?: string | number | boolean | undefined;
  readonly document?: DocumentKind | undefined;
  /** The weaker end: lower or higher numbers, false or true, or all values from weak to strong. */
  readonly weaker?: "lower" | "higher" | "false" | "true" | readonly string[] | undefined;
  /** The keys below are free, as those of a stack configuration are, and are read by the rules for settings. */
  readonly settings?: boolean | undefined;
}

export type Owner = {
  [Name in PolicyName]: Name extends `${infer Short}-parity` ? Short : Name;
}[PolicyName];

/** A list, or one text with blanks between: long lists read better so. */
export type Patterns = string | readonly string[];

export function patternsOf(patterns: Patterns): readonly string[] {
  return typeof patterns === "string" ? patterns.trim().split(/\s+/) : patterns;
}

/** One rule: which properties of which types, and what is known of them. */
export interface Rule extends Statement {
  readonly name: string;
  /** Type globs; absent: any type. */
  readonly on?: Patterns;
  readonly property: Patterns;
  /** Speaks only where no rule about names does. */
  readonly fallback?: boolean;
  /** Speaks of all that its block holds, whatever that is called. */
  readonly block?: boolean;
  /** Speaks only of names that are the resource's own, or only of those that refer to something else. */
  readonly names?: NameOf;
}

/** Rules that belong together, with the reason why they read as they do. */
export interface RuleGroup {
  readonly name: string;
  readonly reason: string;
  /** Type globs for all rules of the group that name none themselves. */
  readonly on?: Patterns;
  readonly rules: readonly Rule[];
}

/** Gives a literal its type. */
export function defineRules(group: RuleGroup): RuleGroup {
  return group;
}
