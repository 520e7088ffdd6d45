import type { CompiledRule } from "./compile";
import type { Match } from "./index-rules";
import { RuleIndex } from "./index-rules";
import type { WordPath } from "./pattern";
import { compileType } from "./type-pattern";

const TYPE_STEP = 10_000;
/** What the name of one type adds. */
export const TYPE_WEIGHT = 4 * TYPE_STEP;
const FALLBACK = -100_000;
/** More than words alone can weigh, less than a type that is named: names of the resource's own, and whole blocks. */
const ABOVE_WORDS = 1_000;

/** All rules, those that name types by the module or provider that their globs begin with. */
export class RuleBook {
  readonly #general = new RuleIndex();
  readonly #generalMatches = new Map<string, readonly Match[]>();
  readonly #shelves = new Map<string, CompiledRule[]>();

  constructor(rules: readonly CompiledRule[]) {
    for (const compiled of rules) {
      if (compiled.types.length === 0) this.#general.add({ compiled, weight: ownWeight(compiled) });
      for (const shelf of new Set(compiled.types.map(shelfOf))) this.#shelve(shelf, compiled);
    }
  }

  /** Rules for any type that match; the same for the same path, whatever the type. */
  generalMatches(path: WordPath): readonly Match[] {
    const key = path.words.map((words) => words.join("-")).join(".");
    let matches = this.#generalMatches.get(key);
    if (matches === undefined) this.#generalMatches.set(key, (matches = this.#general.matches(path)));
    return matches;
  }

  #shelve(name: string, compiled: CompiledRule): void {
    const shelf = this.#shelves.get(name);
    if (shelf === undefined) this.#shelves.set(name, [compiled]);
    else shelf.push(compiled);
  }

  /** The rules that name the type, given by all its names, and how strongly they do: the type first, then the words. */
  forType(names: readonly string[]): RuleIndex {
    const index = new RuleIndex();
    const shelves = new Set(["*", ...names.flatMap(shelvesOf)]);
    const rules = new Set([...shelves].flatMap((shelf) => this.#shelves.get(shelf) ?? []));
    const ranks = new Map<readonly string[], number | undefined>();
    for (const compiled of rules) {
      const { types } = compiled;
      if (!ranks.has(types)) ranks.set(types, rankFor(types, names));
      const rank = ranks.get(types);
      if (rank !== undefined) index.add({ compiled, weight: ownWeight(compiled) + rank * TYPE_STEP });
    }
    return index;
  }
}

function ownWeight({ property, rule }: CompiledRule): number {
  const above = rule.names === "own" || rule.block === true ? ABOVE_WORDS : 0;
  return property.weight + above + (rule.fallback === true ? FALLBACK : 0);
}

function rankFor(globs: readonly string[], names: readonly string[]): number | undefined {
  const patterns = globs.map(compileType).filter(({ test }) => names.some(test));
  return patterns.length === 0 ? undefined : Math.max(...patterns.map(({ rank }) => rank));
}

/** Where rules of a glob stand: by module (`aws:rds`) where it gives one, else by provider, else with all. */
function shelfOf(glob: string): string {
  const module = glob.slice(0, Math.max(glob.indexOf("/"), 0)).toLowerCase();
  if (module !== "" && !module.includes("*")) return module;
  const provider = glob.slice(0, Math.max(glob.indexOf(":"), 0)).toLowerCase();
  return provider === "" || provider.includes("*") ? "*" : provider;
}

/** The shelves on which rules for a type can stand. */
function shelvesOf(type: string): readonly string[] {
  const lower = type.toLowerCase();
  return [lower.slice(0, Math.max(lower.indexOf("/"), 0)), lower.slice(0, Math.max(lower.indexOf(":"), 0))];
}
