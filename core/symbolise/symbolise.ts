import type { EnvironmentIdentity } from "../compare/options";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { declaredPlaces, isAmong } from "./declared";
import { learnAliases } from "./aliases";
import { type EnvironmentWords, environmentWords } from "./environment";
import { namedApart, type NamedApart } from "./names-in-common";
import { placesOfBoth } from "./found-places";
import { oppositePlaces } from "./opposite-places";
import { matchPlaces, type Place } from "./places";
import { namesOfProjects } from "./project-names";
import { reader, type Reading } from "./reading";
import { type Names, spellings } from "./spellings";
import { vocabulary, type Vocabulary } from "./vocabulary";

/** A stack whose texts can be read as what they mean. */
export interface Symbolised {
  readonly stack: Stack;
  /** The stack's resources, then what it only read. */
  readonly resources: readonly Resource[];
  readonly vocabulary: Vocabulary;
  /** The name without what it is called by parity.yaml and by its stack; nothing learned, so that it lasts. */
  readonly lastingName: (name: string) => string;
  read(text: string): Reading;
}

export interface SymbolisedPair extends Sides<Symbolised> {
  readonly places: readonly Place[];
  /** What the names of their resources and projects say that the two stacks call themselves. */
  readonly called: readonly NamedApart[];
}

/** What parity.yaml says of two texts: that they are equal, or that they are not. */
export interface SaidOfTexts {
  readonly same: readonly Sides<string>[];
  readonly different: readonly Sides<string>[];
}

/** Finds out what identifies either stack: its resources' outputs, its environment's name, its account and regions. */
export function symbolise(
  stacks: Sides<Stack>,
  environments: Sides<EnvironmentIdentity>,
  { same, different }: SaidOfTexts,
): SymbolisedPair {
  const given = { subject: givenNames("subject"), reference: givenNames("reference") };
  const found = matchPlaces(
    placesOfBoth(stacks),
    oppositePlaces(stacks, (which) => words(which, given).fold),
  );
  const places = [...declaredPlaces(same), ...found];
  const ofProjects = namesOfProjects(found).filter((pair) => !isAmong(different, pair));
  const names = { subject: namesOf("subject"), reference: namesOf("reference") };
  const known = { subject: words("subject", names), reference: words("reference", names) };
  const called = namedApart(stacks, { subject: known.subject.fold, reference: known.reference.fold });
  const isOthers =
    called !== undefined &&
    (known.reference.spellings.includes(called.subject) || known.subject.spellings.includes(called.reference));
  const taught = called !== undefined && !isOthers && !isAmong(different, called) ? called : undefined;
  const all = {
    subject: withAlias(names.subject, taught?.subject),
    reference: withAlias(names.reference, taught?.reference),
  };
  return {
    subject: side("subject"),
    reference: side("reference"),
    places,
    called: [taught, ...ofProjects].filter((pair) => pair !== undefined),
  };

  function givenNames(which: keyof Sides<Stack>): Names {
    const { environment, aliases } = environments[which];
    return { environment, aliases, stack: stacks[which].name };
  }

  function namesOf(which: keyof Sides<Stack>): Names {
    const names = givenNames(which);
    const told = ofProjects.map((pair) => pair[which]);
    return { ...names, aliases: [...names.aliases, ...told, ...learnAliases(stacks[which])] };
  }

  function side(which: keyof Sides<Stack>): Symbolised {
    const environment = taught === undefined ? known[which] : words(which, all);
    const stack = stacks[which];
    const resources = [...stack.resources, ...(stack.reads ?? [])];
    return {
      stack,
      resources,
      vocabulary: vocabulary(environment, places, which),
      lastingName: words(which, given).mask,
      read: reader(resources),
    };
  }
}

function words(which: keyof Sides<Stack>, names: Sides<Names>): EnvironmentWords {
  const other = which === "subject" ? "reference" : "subject";
  return environmentWords(spellings(names[which], names[other]));
}

function withAlias(names: Names, alias: string | undefined): Names {
  return alias === undefined || alias === "" ? names : { ...names, aliases: [...names.aliases, alias] };
}
