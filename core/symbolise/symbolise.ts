import type { EnvironmentIdentity } from "../compare/options";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { declaredPlaces } from "./declared";
import { learnAliases } from "./aliases";
import { environmentWords } from "./environment";
import { matchPlaces, type Place, placesOf } from "./places";
import { reader, type Reading } from "./reading";
import { spellings } from "./spellings";
import { vocabulary, type Vocabulary } from "./vocabulary";

/** A stack whose texts can be read as what they mean. */
export interface Symbolised {
  readonly stack: Stack;
  /** The stack's resources, then what it only read. */
  readonly resources: readonly Resource[];
  readonly vocabulary: Vocabulary;
  read(text: string): Reading;
}

export interface SymbolisedPair extends Sides<Symbolised> {
  readonly places: readonly Place[];
}

/** Finds out what identifies either stack: its resources' outputs, its environment's name, its account and regions. */
export function symbolise(
  stacks: Sides<Stack>,
  environments: Sides<EnvironmentIdentity>,
  same: readonly Sides<string>[],
): SymbolisedPair {
  const found = matchPlaces({ subject: placesOf(stacks.subject), reference: placesOf(stacks.reference) });
  const places = [...declaredPlaces(same), ...found];
  const names = { subject: namesOf("subject"), reference: namesOf("reference") };
  return { subject: side("subject", "reference"), reference: side("reference", "subject"), places };

  function namesOf(which: keyof Sides<Stack>) {
    const { environment, aliases } = environments[which];
    const stack = stacks[which];
    return { environment, aliases: [...aliases, ...learnAliases(stack)], stack: stack.name };
  }

  function side(which: keyof Sides<Stack>, other: keyof Sides<Stack>): Symbolised {
    const words = environmentWords(spellings(names[which], names[other]));
    const stack = stacks[which];
    const resources = [...stack.resources, ...(stack.reads ?? [])];
    return { stack, resources, vocabulary: vocabulary(words, places, which), read: reader(resources) };
  }
}
