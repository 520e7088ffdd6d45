import type { PropertyFacts } from "../model/catalogue";
import type { Resource } from "../model/resource";
import { isDistinctive } from "../symbolise/distinctive";
import type { Mention } from "../symbolise/reading";
import type { Context } from "./context";
import type { Site } from "./draft";
import { textsAt } from "./outputs";
import { sameNames, sameText } from "./texts";
import { sameWiring } from "./wiring";

type Side = "subject" | "reference";

/**
 * Whether two texts, though only called a name, refer to different things: what refers is wiring, whatever its key is
 * called. Either each is nothing but an output of another resource, and not of counterparts; or one is, and the other
 * is not what the counterpart of that resource has there.
 */
export function referElsewhere(
  subject: string,
  reference: string,
  facts: PropertyFacts,
  site: Site,
  context: Context,
): boolean {
  if (facts.secret) return false;
  if (sameNames(subject, reference, context) || sameWiring(subject, reference, site, context)) return false;
  const elsewhere =
    areOfOthers(subject, reference, site, context) ||
    isNotOf(subject, reference, "reference", facts, site, context) ||
    isNotOf(reference, subject, "subject", facts, site, context);
  return elsewhere && !sameText(subject, reference, context);
}

function areOfOthers(subject: string, reference: string, site: Site, context: Context): boolean {
  if (!isDistinctive(subject) || !isDistinctive(reference)) return false;
  return mentionOf(subject, "subject", site, context) !== undefined
    ? mentionOf(reference, "reference", site, context) !== undefined
    : false;
}

/** What a text mentions, where it is nothing but an output of another resource. */
function mentionOf(text: string, side: Side, { pair }: Site, { symbolised }: Context): Mention | undefined {
  const { resources } = symbolised[side];
  const [part, ...more] = symbolised[side].read(text);
  if (part === undefined || typeof part === "string" || more.length > 0) return undefined;
  return part.owners.some((owner) => resources[owner.resource] === pair[side]) ? undefined : part;
}

/** Whether `source`, of this side, is an output of a resource it depends on, and `other` not what its counterpart has there. */
function isNotOf(
  other: string,
  source: string,
  side: Side,
  facts: PropertyFacts,
  site: Site,
  context: Context,
): boolean {
  const possible = [...byReading(source, side, site, context), ...byRecord(source, side, facts, site, context)];
  return possible.length > 0 && possible.every((texts) => texts.length > 0 && !texts.includes(other));
}

/** What the counterparts of the resources that a text may be an output of have there. */
function byReading(text: string, side: Side, site: Site, context: Context): readonly (readonly string[])[] {
  const mention = isDistinctive(text) ? mentionOf(text, side, site, context) : undefined;
  if (mention === undefined) return [];
  const { dependencies } = site.pair[side];
  return mention.owners.flatMap(({ resource, output }) => {
    const owner = context.symbolised[side].resources[resource];
    const counterpart = context.counterpartOf[side](resource);
    if (owner === undefined || counterpart === undefined || !dependencies.includes(owner.urn)) return [];
    return [textsAt(counterpart, output)];
  });
}

/** The same of the resources from which the engine recorded that the property comes, however short the text is. */
function byRecord(
  text: string,
  side: Side,
  { valueClass }: PropertyFacts,
  site: Site,
  { counterpartsOf }: Context,
): readonly (readonly string[])[] {
  // What else a property holds may be what the program itself says.
  if (site.path.length > 1 && valueClass !== "reference") return [];
  const sources = site.pair[side].propertyDependencies.get(site.property) ?? [];
  return sources.flatMap((urn) => {
    const source = counterpartsOf(urn, side);
    if (source === undefined) return [];
    const [own, other] = side === "subject" ? [source.subject, source.reference] : [source.reference, source.subject];
    return outputsThatAre(text, own).map((output) => written(other, output));
  });
}

function outputsThatAre(text: string, resource: Resource): readonly string[] {
  const outputs = Object.keys(resource.outputs).filter((output) => written(resource, output).includes(text));
  return resource.id === text && !outputs.includes("id") ? [...outputs, "id"] : outputs;
}

/** As a text, even where the output is a number. */
function written({ id, outputs }: Resource, output: string): readonly string[] {
  const value = outputs[output];
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  return output === "id" && id !== undefined ? [id] : [];
}
