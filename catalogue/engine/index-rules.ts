import type { CompiledRule } from "./compile";
import type { WordPath } from "./pattern";
import { matchProperty } from "./pattern";

export interface Weighted {
  readonly compiled: CompiledRule;
  readonly weight: number;
}

/** A rule that matched a path, and where in the path what it speaks of begins. */
export interface Match extends Weighted {
  readonly at: number;
}

/** Rules by a word that what they match must have. */
export class RuleIndex {
  readonly #byLast = new Map<string, Weighted[]>();
  readonly #byAbove = new Map<string, Weighted[]>();
  readonly #anywhere: Weighted[] = [];

  add(entry: Weighted): void {
    const { anchor } = entry.compiled.property;
    if (anchor.in === "anywhere") this.#anywhere.push(entry);
    else for (const word of anchor.words) push(anchor.in === "last" ? this.#byLast : this.#byAbove, word, entry);
  }

  /** All rules that match, in no order. */
  matches(path: WordPath): readonly Match[] {
    const found = new Map<CompiledRule, Match>();
    for (const entry of this.#candidates(path)) {
      const at = found.has(entry.compiled) ? undefined : matchProperty(entry.compiled.property, path);
      if (at !== undefined) found.set(entry.compiled, { ...entry, at });
    }
    return [...found.values()];
  }

  *#candidates({ words }: WordPath): Generator<Weighted> {
    for (const word of words.at(-1) ?? []) yield* this.#byLast.get(word) ?? [];
    for (const name of words.slice(0, -1)) for (const word of name) yield* this.#byAbove.get(word) ?? [];
    yield* this.#anywhere;
  }
}

function push(index: Map<string, Weighted[]>, word: string, entry: Weighted): void {
  const bucket = index.get(word);
  if (bucket === undefined) index.set(word, [entry]);
  else bucket.push(entry);
}

/** The strongest first; of two of one weight, the later. */
export function byStrength(a: Match, b: Match): number {
  return b.weight - a.weight || b.compiled.order - a.compiled.order;
}
