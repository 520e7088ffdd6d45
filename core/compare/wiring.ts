import type { Resource } from "../model/resource";
import { isDistinctive } from "../symbolise/distinctive";
import type { Context } from "./context";
import type { Site } from "./draft";

type Wired = Pick<Context, "labelOfUrn" | "resourceOfUrn">;

/**
 * Whether the reference's text reads as the subject's once each resource that it was made from stands for its
 * counterpart. The engine's own record of what a property was made from makes sure of what texts alone leave open:
 * short ids, and names whose ids are not known before deployment.
 */
export function sameWiring(subject: string, reference: string, { pair, path }: Site, context: Wired): boolean {
  const property = String(path[0]);
  const own = sourcesOf(pair.subject, property, "subject", context);
  const words = new Map<string, string>();
  for (const [label, source] of sourcesOf(pair.reference, property, "reference", context)) {
    const counterpart = own.get(label);
    if (counterpart === undefined) continue;
    if (isSameOutput(subject, reference, counterpart, source)) return true;
    collectWords(counterpart, source, words);
  }
  return words.size > 0 && reworded(reference, words) === subject;
}

/** The resources that a property was made from, by what counterparts have in common. */
function sourcesOf(
  resource: Resource,
  property: string,
  side: "subject" | "reference",
  context: Wired,
): ReadonlyMap<string, Resource> {
  const urns = resource.propertyDependencies.get(property) ?? [];
  return new Map(
    urns.flatMap((urn) => {
      const source = context.resourceOfUrn[side](urn);
      return source === undefined ? [] : [[context.labelOfUrn[side](urn), source] as const];
    }),
  );
}

/**
 * Each text is, as a whole, the same output of its source. Of what was given to the source only what is long enough
 * to be no setting that both have by chance: the difference itself shows at the source.
 */
function isSameOutput(own: string, other: string, subject: Resource, reference: Resource): boolean {
  return Object.entries(reference.outputs).some(
    ([output, text]) =>
      text === other &&
      subject.outputs[output] === own &&
      (!Object.hasOwn(reference.inputs, output) || (isDistinctive(own) && isDistinctive(other))),
  );
}

/** What the reference calls one of its resources → what the subject calls the counterpart, output by output. */
function collectWords(subject: Resource, reference: Resource, words: Map<string, string>): void {
  const add = (own: unknown, other: unknown): void => {
    if (typeof own === "string" && typeof other === "string" && own !== other && other !== "") words.set(other, own);
  };
  add(subject.id, reference.id);
  for (const [output, text] of Object.entries(reference.outputs))
    if (typeof text === "string" && isDistinctive(text) && identifies(reference, output, text))
      add(subject.outputs[output], text);
}

/** What was given says what a resource is to do, unless it is its name. */
function identifies({ name, inputs }: Resource, output: string, text: string): boolean {
  return !Object.hasOwn(inputs, output) || output === "name" || text.startsWith(name);
}

function reworded(text: string, words: ReadonlyMap<string, string>): string {
  const longestFirst = [...words.keys()].sort((one, other) => other.length - one.length);
  const pattern = longestFirst.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text.replaceAll(new RegExp(pattern, "g"), (word) => words.get(word) ?? word);
}
