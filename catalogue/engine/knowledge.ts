import type { PropertyFacts } from "../../core/model/catalogue";
import type { Path } from "../../core/model/path";
import type { CompiledRule } from "./compile";
import { FactsCache } from "./facts-cache";
import type { Match, RuleIndex } from "./index-rules";
import { byStrength } from "./index-rules";
import { RuleBook, TYPE_WEIGHT } from "./rule-book";
import { CONFIGURATION_TYPE } from "../../core/vocabulary";
import { documentedDefault, markedSecret } from "../schema/marks";
import { first, mergeFacts } from "./merge";
import { nameOf } from "./own-name";
import type { WordPath } from "./pattern";
import { freeKeyPath, settingPath, wordPath } from "./pattern";

/** The type under which free keys (environment variables, config maps, chart values) are read. */
const SETTINGS_TYPE = CONFIGURATION_TYPE;
const SETTINGS: TypeNames = { given: SETTINGS_TYPE, canonical: SETTINGS_TYPE };

/** A type by the name that it was given and by the one that it has today or is to be read as. */
export interface TypeNames {
  readonly given: string;
  readonly canonical: string;
}

interface TypeEntry {
  readonly index: RuleIndex;
  readonly facts: FactsCache;
}

/** Answers what the rules know of a property, remembering by type and path. */
export class Knowledge {
  readonly #book: RuleBook;
  readonly #types = new Map<string, TypeEntry>();

  constructor(rules: readonly CompiledRule[]) {
    this.#book = new RuleBook(rules);
  }

  property(type: TypeNames, path: Path): PropertyFacts {
    const { facts } = this.#type(type);
    return facts.get(path, () => withMarks(mergeFacts(this.matches(type, path)), type.canonical, path));
  }

  /** The rules that speak of this property, the strongest first. Free keys are read as settings. */
  matches(type: TypeNames, path: Path): readonly Match[] {
    const words = type.given === SETTINGS_TYPE ? settingPath(path) : wordPath(path);
    const matches = this.#matching(type, words);
    const settings = first(matches, "settings");
    if (settings?.value !== true) return matches;
    const key = settingOf(words, settings.at);
    return key.names.length === 0 ? matches : [...this.#matching(SETTINGS, key), ...matches];
  }

  #matching(type: TypeNames, words: WordPath): readonly Match[] {
    const general = this.#book.generalMatches(words);
    const known = type.given === SETTINGS_TYPE ? general.map(amongSettings) : general;
    const matches = [...this.#type(type).index.matches(words), ...known];
    return matches.filter((match) => speaksOf(match, type, words)).sort(byStrength);
  }

  #type({ given, canonical }: TypeNames): TypeEntry {
    let entry = this.#types.get(given);
    if (entry === undefined) {
      const names = given === canonical ? [given] : [given, canonical];
      this.#types.set(given, (entry = { index: this.#book.forType(names), facts: new FactsCache() }));
    }
    return entry;
  }
}

const NAMING: ReadonlySet<string | undefined> = new Set(["identity", "reference", "text", "secret"]);

/**
 * A setting means what a property of the same words means, so the general rules stand right behind those for settings and
 * the words decide: `releaseLabel` is a version, though a `*Label` is a name. Not so what names or refers: in a resource
 * that is wiring, in a configuration each environment's own.
 */
function amongSettings(match: Match): Match {
  const { kind, fallback } = match.compiled.rule;
  return NAMING.has(kind) || fallback === true ? match : { ...match, weight: match.weight + TYPE_WEIGHT - 0.5 };
}

function speaksOf({ compiled }: Match, { canonical }: TypeNames, words: WordPath): boolean {
  const { names } = compiled.rule;
  return names === undefined || names === nameOf(canonical, words);
}

/** What the provider's package says of it fills in what no rule states. */
function withMarks(facts: PropertyFacts, type: string, path: Path): PropertyFacts {
  return {
    ...facts,
    secret: facts.secret || markedSecret(type, path),
    defaultValue: facts.defaultValue ?? documentedDefault(type, path),
  };
}

/** What stands below the container. */
function settingOf({ names }: WordPath, at: number): WordPath {
  return freeKeyPath(names.slice(at));
}
