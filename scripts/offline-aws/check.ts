import { createHash } from "node:crypto";
import type { Account } from "./account";
import { identityOf } from "./compute";
import { isList, isProperties, isSigned, textAt, type Json, type Properties } from "./json";
import { declared } from "./type-knowledge";
import { urnName, urnToken } from "./urn";

/** What AWS allows as the length of a name, where it is short. */
const NAME_LIMITS: Readonly<Record<string, number>> = {
  "lb/loadBalancer": 32,
  "lb/targetGroup": 32,
  "elasticache/replicationGroup": 40,
};

/** Names that AWS wants in lower case. */
const LOWER_CASE: ReadonlySet<string> = new Set(["bucket", "identifier", "replicationGroupId"]);

/** An input that a resource type requires and that is not there. */
export interface Missing {
  readonly property: string;
  readonly reason: string;
}

/** Nested inputs whose keys are the program's own. */
const MAPS: ReadonlySet<string> = new Set(["variables", "tags"]);

/** The engine marks nested objects with the inputs that the provider filled in. */
function marked(value: Json): Json {
  if (isList(value)) return value.map((element) => marked(element));
  if (!isProperties(value) || isSigned(value)) return value;
  const children = Object.entries(value).map(
    ([name, child]) => [name, MAPS.has(name) ? child : marked(child)] as const,
  );
  return { __defaults: [], ...Object.fromEntries(children) };
}

/** Maps and secrets are passed on as they are; only objects of a declared shape carry the mark. */
function markedProperties(token: string, inputs: Properties): Properties {
  const { inputs: members } = declared(token);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const shaped = (members.get(name)?.type ?? "").includes("inputs.");
      return [name, shaped ? marked(value) : value];
    }),
  );
}

function suffix(urn: string, randomSeed: string): string {
  return createHash("sha256").update(`${urn}${randomSeed}`).digest("hex").slice(0, 7);
}

function autoname(urn: string, property: string, randomSeed: string): string {
  const key = urnToken(urn).split(":")[1] ?? "";
  const end = `-${suffix(urn, randomSeed)}`;
  const name = urnName(urn).slice(0, (NAME_LIMITS[key] ?? 63) - end.length) + end;
  return LOWER_CASE.has(property) ? name.toLowerCase() : name;
}

/** The name property that this provider fills in where program and earlier state give none. */
function autonamed(token: string, inputs: Properties): string | undefined {
  const property = identityOf(token).autoname ?? "name";
  const member = declared(token).inputs.get(property);
  return member?.optional === true && !Object.hasOwn(inputs, property) && !Object.hasOwn(inputs, `${property}Prefix`)
    ? property
    : undefined;
}

function tagged(token: string, inputs: Properties, account: Account): Properties {
  const own = inputs.tags;
  const hasDefaults = Object.keys(account.defaultTags).length > 0;
  if (
    !hasDefaults ||
    !declared(token).inputs.has("tags") ||
    (own !== undefined && (!isProperties(own) || isSigned(own)))
  )
    return inputs;
  return { ...inputs, tags: { ...account.defaultTags, ...own } };
}

/** The inputs as the engine keeps them: with default tags, a physical name (the old one, if any), and marks of both. */
export function checked(
  urn: string,
  news: Properties,
  olds: Properties,
  account: Account,
  randomSeed: string,
): Properties {
  const token = urnToken(urn);
  const property = autonamed(token, news);
  const name = property && (textAt(olds, property) ?? autoname(urn, property, randomSeed));
  const named = property === undefined || name === undefined ? {} : { [property]: name };
  return { __defaults: Object.keys(named), ...markedProperties(token, tagged(token, { ...news, ...named }, account)) };
}

/** Required inputs that the program left out. */
export function missing(urn: string, news: Properties): readonly Missing[] {
  return [...declared(urnToken(urn)).inputs]
    .filter(([name, member]) => !member.optional && !Object.hasOwn(news, name))
    .map(([property]) => ({
      property,
      reason: `Missing required argument: "${property}" is required, but no definition was found.`,
    }));
}
