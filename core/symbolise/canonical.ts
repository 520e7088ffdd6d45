import type { Mention, Reading } from "./reading";
import type { Symbolised } from "./symbolise";

/** What a resource is called while texts are compared: the same on both sides for counterparts. */
export type Label = (resource: number) => string;

/** One text for all texts of a stack that mean the same, given what its resources are called. */
export function canonical(reading: Reading, side: Symbolised, label: Label): string {
  return reading.map((part) => (typeof part === "string" ? side.vocabulary.settle(part) : mark(part, label))).join("");
}

/** Reads and writes texts canonically, each only once. */
export function canonicalTexts(side: Symbolised, label: Label): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      result = canonical(side.read(text), side, label);
      known.set(text, result);
    }
    return result;
  };
}

function mark(mention: Mention, label: Label): string {
  return written(marksOf(mention, label)[0] ?? "");
}

function written(mark: string): string {
  return `\u27e6${mark}\u27e7`;
}

/** How the id of a resource is written, whether it is known or not. */
export function idOf(label: string): string {
  return written(`${label}.id`);
}

/** Everything that a mention may mean, in one order for both sides. */
export function marksOf({ owners }: Mention, label: Label): readonly string[] {
  return owners.map(({ resource, output }) => `${label(resource)}.${output}`).sort();
}
