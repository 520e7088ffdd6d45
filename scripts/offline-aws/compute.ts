import type { Account } from "./account";
import { IDENTITIES, type Identity } from "./identities";
import { isList, isProperties, textAt, UNKNOWN, type Json, type Properties } from "./json";
import { characters, fill } from "./template";
import { declared, type Member } from "./type-knowledge";
import { urnName, urnToken } from "./urn";

/** What a created resource is, and what its provider tells of it. */
export interface Created {
  readonly id: string;
  readonly outputs: Properties;
}

const NO_IDENTITY: Identity = {};

/** What the templates know of a resource type. */
export function identityOf(token: string): Identity {
  const key = token.split(":")[1] ?? "";
  return Object.hasOwn(IDENTITIES, key) ? (IDENTITIES[key] ?? NO_IDENTITY) : NO_IDENTITY;
}

function withoutInternals(value: Json): Json {
  if (isList(value)) return value.map((element) => withoutInternals(element));
  if (!isProperties(value)) return value;
  const kept = Object.entries(value).filter(([name]) => name !== "__defaults");
  return Object.fromEntries(kept.map(([name, child]) => [name, withoutInternals(child)]));
}

/** `eu-west-1` in the short form of cache endpoints: `euw1`. */
function regionCode(region: string): string {
  const [area = "", side = "", number = ""] = region.split("-");
  return `${area}${side.charAt(0)}${number}`;
}

function lastSegment(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}

/** What `{name}` in a template stands for. */
function lookUp(inputs: Properties, account: Account, urn: string): (name: string) => string {
  const own: Readonly<Record<string, string>> = {
    region: account.region,
    account: account.id,
    accountHash: characters("base36", 12, account.id + account.region),
    regionCode: regionCode(account.region),
    clusterName: lastSegment(textAt(inputs, "cluster") ?? "default"),
    zoneId: `${regionCode(account.region)}-az1`,
    port: "5432",
  };
  return (name) => {
    const value = inputs[name];
    if (typeof value === "string" || typeof value === "number") return String(value);
    return Object.hasOwn(own, name) ? (own[name] ?? "") : urnName(urn);
  };
}

/** A value of a declared type, for outputs that the templates do not know. */
function byType({ type }: Member): Json {
  if (type.includes("[]")) return [];
  if (type.includes("{") || type.includes("outputs.")) return {};
  if (type.includes("boolean")) return false;
  return type.includes("number") ? 0 : "";
}

function computedValue(
  name: string,
  member: Member,
  templates: ReadonlyMap<string, () => Json>,
  account: Account,
): Json {
  const template = templates.get(name);
  if (template !== undefined) return template();
  if (name === "ownerId" || name === "accountId") return account.id;
  return name === "region" ? account.region : byType(member);
}

function idOf(identity: Identity, token: string, inputs: Properties, write: (template: string) => string): string {
  if (identity.id !== undefined) return write(identity.id);
  return textAt(inputs, "name") ?? (token.startsWith("aws:ec2/") ? write("{hex:17}") : write("{base36:20}"));
}

function arnTemplate(token: string, identity: Identity): string {
  const [service = "", kind = ""] = (token.split(":")[1] ?? "").split("/");
  return `arn:aws:${identity.arn ?? `${service}:{region}:{account}:${kind}/{id}`}`;
}

/** All tags of a resource: the provider's default ones and its own. */
function allTags(inputs: Properties, account: Account): Properties {
  return { ...account.defaultTags, ...(isProperties(inputs.tags) ? inputs.tags : {}) };
}

/** What exists after creation: the id and every output, with nothing unknown. */
export function created(urn: string, inputs: Properties, account: Account): Created {
  const token = urnToken(urn);
  const identity = identityOf(token);
  const seed = `${urn}${account.id}${account.region}${JSON.stringify(inputs)}`;
  const value = lookUp(inputs, account, urn);
  const write = (template: string): string => fill(template, seed, (name) => (name === "id" ? id : value(name)));
  let id = "";
  id = idOf(identity, token, inputs, write);
  const templates = new Map<string, () => Json>([["arn", () => write(arnTemplate(token, identity))]]);
  for (const [name, template] of Object.entries(identity.outputs ?? {}))
    templates.set(name, () => (typeof template === "number" ? template : write(template)));
  templates.set("tagsAll", () => allTags(inputs, account));
  const outputs = withoutInternals(inputs);
  const computed = [...declared(token).outputs]
    .filter(([name, member]) => !member.optional && !Object.hasOwn(inputs, name))
    .map(([name, member]) => [name, computedValue(name, member, templates, account)] as const);
  return { id, outputs: { id, ...(isProperties(outputs) ? outputs : {}), ...Object.fromEntries(computed) } };
}

const KNOWN_IN_PREVIEW: ReadonlySet<string> = new Set(["region", "tagsAll"]);

/** What a preview can say of a resource that does not exist yet: its inputs; all else is unknown. */
export function planned(urn: string, inputs: Properties, account: Account): Properties {
  const { outputs } = created(urn, inputs, account);
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => [
      name,
      Object.hasOwn(inputs, name) || KNOWN_IN_PREVIEW.has(name) ? value : UNKNOWN,
    ]),
  );
}
