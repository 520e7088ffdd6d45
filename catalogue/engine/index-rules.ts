import type { CompiledRule } from "./compile";
import { weightFor } from "./compile";
import type { WordPath } from "./pattern";
import { endingOf, matchProperty } from "./pattern";

interface Weighted {
  readonly compiled: CompiledRule;
  readonly weight: number;
}

/** A rule that matched a path, and where in the path what it speaks of begins. */
export interface Match extends Weighted {
  readonly at: number;
}

/** The rules that can speak for one type, by the last word of the properties that they can match. */
export class RuleIndex {
  readonly #byEnding = new Map<string, Weighted[]>();
  readonly #anyEnding: Weighted[] = [];

  constructor(rules: readonly CompiledRule[], names: readonly string[]) {
    for (const compiled of rules) {
      const weight = weightFor(compiled, names);
      if (weight !== undefined) this.#add({ compiled, weight });
    }
  }

  #add(entry: Weighted): void {
    const endings = entry.compiled.property.endings;
    if (endings === undefined) this.#anyEnding.push(entry);
    for (const ending of endings ?? []) {
      const bucket = this.#byEnding.get(ending);
      if (bucket === undefined) this.#byEnding.set(ending, [entry]);
      else bucket.push(entry);
    }
  }

  /** All rules that match, the strongest first. */
  matches(path: WordPath): readonly Match[] {
    const candidates = [...(this.#byEnding.get(endingOf(path)) ?? []), ...this.#anyEnding];
    const found: Match[] = [];
    for (const entry of candidates) {
      const at = matchProperty(entry.compiled.property, path);
      if (at !== undefined) found.push({ ...entry, at });
    }
    return found.sort((a, b) => b.weight - a.weight || b.compiled.order - a.compiled.order);
  }
}
