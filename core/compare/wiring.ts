import { escapePattern } from "../escape-pattern";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import { isDistinctive } from "../symbolise/distinctive";
import type { Context } from "./context";
import type { Site } from "./draft";

type Wired = Pick<Context, "counterpartsOf">;

/**
 * Whether the reference's text reads as the subject's once each resource that it was made from stands for its
 * counterpart. The engine's own record of what a property was made from makes sure of what texts alone leave open:
 * short ids, and names whose ids are not known before deployment.
 */
export function sameWiring(subject: string, reference: string, { pair, property }: Site, context: Wired): boolean {
  const sources = pair.subject.propertyDependencies.get(property);
  const sourcesThere = pair.reference.propertyDependencies.get(property);
  if (sources === undefined || sourcesThere === undefined) return false;
  const words = new Map<string, string>();
  for (const urn of sourcesThere) {
    const source = context.counterpartsOf(urn);
    if (source === undefined || !sources.includes(source.subject.urn)) continue;
    if (isSameOutput(subject, reference, source.subject, source.reference)) return true;
    collectWords(source.subject, source.reference, reference, words);
  }
  return words.size > 0 && reworded(reference, words) === subject;
}

/**
 * Each text is, as a whole, the same output of its source. Of what was given to the source only what is long enough
 * to be no setting that both have by chance: the difference itself shows at the source.
 */
function isSameOutput(own: string, other: string, subject: Resource, reference: Resource): boolean {
  return Object.keys(reference.outputs).some(
    (output) =>
      isWritten(reference.outputs[output], other) &&
      isWritten(subject.outputs[output], own) &&
      (!Object.hasOwn(reference.inputs, output) || (isDistinctive(own) && isDistinctive(other))),
  );
}

/** A program makes a text of a number by itself: `versionNumber` 31 as `"31"`. */
function isWritten(output: Value | undefined, text: string): boolean {
  return output === text || (typeof output === "number" && String(output) === text);
}

/** What the reference calls one of its resources in this text → what the subject calls the counterpart. */
function collectWords(subject: Resource, reference: Resource, text: string, words: Map<string, string>): void {
  const add = (own: unknown, other: string): void => {
    if (typeof own === "string" && own !== other) words.set(other, own);
  };
  const occurs = (word: Value | undefined): word is string =>
    typeof word === "string" && word !== "" && text.includes(word);
  if (occurs(reference.id)) add(subject.id, reference.id);
  for (const output of Object.keys(reference.outputs)) {
    const word = reference.outputs[output];
    if (!occurs(word) || !identifies(reference, output, word)) continue;
    if (isDistinctive(word) || isMadeUp(reference, output, word)) add(subject.outputs[output], word);
  }
}

/** What was given says what a resource is to do, unless it is its name. */
function identifies({ name, inputs }: Resource, output: string, text: string): boolean {
  return !Object.hasOwn(inputs, output) || output === "name" || text.startsWith(name);
}

/** A short id that the cloud drew: `e5juqof` of an integration, whose own id holds it too. */
function isMadeUp({ id, inputs }: Resource, output: string, text: string): boolean {
  return (
    !Object.hasOwn(inputs, output) && /^(?=.*\d)(?=.*[a-z])[a-z0-9]{5,}$/i.test(text) && id?.includes(text) === true
  );
}

function reworded(text: string, words: ReadonlyMap<string, string>): string {
  const longestFirst = [...words.keys()].sort((one, other) => other.length - one.length);
  const pattern = longestFirst.map(escapePattern).join("|");
  return text.replaceAll(new RegExp(pattern, "g"), (word) => words.get(word) ?? word);
}
