import type { PartFacts } from "../model/catalogue";
import type { Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import { isList, isMap, Special, Unknown, type Value } from "../model/value";
import { idOf } from "../symbolise/canonical";
import type { Context } from "./context";

type Side = "subject" | "reference";

/** What one difference says that one side has, one text a part. */
interface Said {
  readonly divergence: Divergence;
  readonly side: Side;
  readonly parts: readonly string[];
}

/**
 * Leaves out what both sides have and only write in two ways: a rule in the list of its security group on one side, as
 * a resource of its own on the other, or as one of another type.
 */
export function withoutRewritten(divergences: readonly Divergence[], context: Context): readonly Divergence[] {
  const said = divergences.flatMap((divergence) => saidBy(divergence, context));
  const all = { subject: new Set<string>(), reference: new Set<string>() };
  for (const { side, parts } of said) for (const part of parts) all[side].add(part);
  const rewritten = new Set(
    said
      .filter(({ side, parts }) => parts.every((part) => all[side === "subject" ? "reference" : "subject"].has(part)))
      .map(({ divergence }) => divergence),
  );
  return rewritten.size === 0 ? divergences : divergences.filter((divergence) => !rewritten.has(divergence));
}

function saidBy(divergence: Divergence, context: Context): readonly Said[] {
  const { subject, reference, path, values } = divergence;
  const [side, value]: [Side, Value | undefined] =
    (path === undefined ? reference : values.reference) === undefined
      ? ["subject", values.subject]
      : ["reference", values.reference];
  const resource = divergence[side];
  if (resource === undefined || (path === undefined && subject !== undefined && reference !== undefined)) return [];
  if (path !== undefined && !isNothing(values[side === "subject" ? "reference" : "subject"])) return [];
  const parts = context.catalogue
    .type(resource.type)
    .parts.flatMap((facts) => partsOf(facts, resource, side, path?.[0], value, context));
  return parts.length === 0 ? [] : [{ divergence, side, parts }];
}

function isNothing(value: Value | undefined): boolean {
  return value === undefined || (isList(value) && value.length === 0);
}

function partsOf(
  facts: PartFacts,
  resource: Resource,
  side: Side,
  property: string | number | undefined,
  value: Value | undefined,
  context: Context,
): readonly string[] {
  const write = writer(resource, side, property, context);
  if (property === undefined) {
    const owner = facts.owner === undefined ? undefined : resource.inputs[facts.owner];
    const { when = {} } = facts;
    if (owner === undefined || (owner instanceof Special && !(owner instanceof Unknown))) return [];
    if (Object.keys(when).some((key) => resource.inputs[key] !== when[key])) return [];
    return written(facts, resource.inputs, write(owner, facts.owner), write);
  }
  if (facts.list !== property || value === undefined) return [];
  const owner = resource.id === undefined ? labelled(resource.urn, side, context) : write(resource.id);
  return (isList(value) ? value : [value]).flatMap((element) => written(facts, element, owner, write));
}

type Write = (value: Value, property?: string) => string;

/** Writes values of one resource. What is not known yet is the id of the one resource that it will come from. */
function writer(resource: Resource, side: Side, list: string | number | undefined, context: Context): Write {
  return (value, property) => {
    const sources = resource.propertyDependencies.get(String(list ?? property)) ?? [];
    const [source, another] = sources;
    return value instanceof Unknown && source !== undefined && another === undefined
      ? labelled(source, side, context)
      : context.texts[side].value(value);
  };
}

function labelled(urn: string, side: Side, { labelOfUrn }: Context): string {
  return JSON.stringify(idOf(labelOfUrn[side](urn)));
}

/** One text for each thing that an element refers to: a rule for two ranges is two rules. */
function written(facts: PartFacts, element: Value, owner: string, write: Write): readonly string[] {
  if (!isMap(element)) return [[facts.thing, owner, "", write(element)].join("|")];
  const named = new Map<string, string>();
  for (const [property, name] of Object.entries(facts.names)) {
    const value = element[property];
    if (value !== undefined && value !== null) named.set(name, write(value, property).toLowerCase());
  }
  const { without } = facts;
  if (without?.protocol.some((value) => named.get("protocol") === write(value)) === true)
    for (const name of without.names) named.delete(name);
  const settings = [...named].map(([name, value]) => `${name}=${value}`).sort();
  return facts.peers
    .flatMap((property) => {
      const peer = element[property];
      if (peer === undefined || peer === null || peer === false || peer === "") return [];
      return (isList(peer) ? peer : [peer]).map((one) => (one === true ? owner : write(one, property)));
    })
    .map((peer) => [facts.thing, owner, settings.join(","), peer].join("|"));
}
