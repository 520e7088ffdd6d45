import { ReadError } from "../../core/errors";
import { parseUrn } from "../../core/model/urn";
import type { Resource } from "../../core/model/resource";
import { SECRET, type Value, type ValueMap } from "../../core/model/value";
import { filledIn } from "./defaults";
import { roleOf } from "./role";
import { flagAt, inside, malformed, mapAt, textAt, textsAt } from "./shape";
import type { Place, Raw, RawMap } from "./shape";
import { isUnknownText } from "./signatures";
import { tagsOf } from "./tags";
import { adoptProperties, emptyMap, readValue, type SecretSink } from "./values";

/** One entry of a deployment's resources; undefined for what is no part of the stack: pending deletes. */
export function readResource(raw: RawMap, place: Place, onSecret: SecretSink): Resource | undefined {
  const urn = textAt(raw, "urn", place);
  const parts = urn === undefined ? undefined : parseUrn(urn);
  if (urn === undefined || parts === undefined) throw malformed(inside(place, "urn"), "a URN");
  if (flagAt(raw, "delete", place)) return undefined;
  const type = textAt(raw, "type", place) ?? parts.type;
  const given = mapAt(raw, "inputs", place) ?? {};
  const inputs = readProperties(raw, "inputs", [], place, onSecret);
  const id = textAt(raw, "id", place);
  const defaults = filledIn(given);
  return {
    urn,
    type,
    name: parts.name,
    role: roleOf(type, flagAt(raw, "custom", place)),
    id: id === undefined || isUnknownText(id) ? undefined : id,
    parent: textAt(raw, "parent", place),
    provider: providerUrn(textAt(raw, "provider", place)),
    inputs,
    ...(defaults && { defaults }),
    outputs: readProperties(raw, "outputs", textsAt(raw, "additionalSecretOutputs", place), place, onSecret),
    dependencies: inOrder(textsAt(raw, "dependencies", place)),
    propertyDependencies: propertyDependencies(raw, place),
    aliases: textsAt(raw, "aliases", place),
    protect: flagAt(raw, "protect", place),
    sourcePosition: textAt(raw, "sourcePosition", place),
    created: textAt(raw, "created", place),
    modified: textAt(raw, "modified", place),
    untargeted: false,
    tags: tagsOf(inputs),
  };
}

/** The state writes `<URN>::<id>`; the id may be unknown. */
function providerUrn(provider: string | undefined): string | undefined {
  if (provider === undefined) return undefined;
  const end = provider.lastIndexOf("::");
  return end < 0 ? provider : provider.slice(0, end);
}

function readProperties(raw: RawMap, key: string, secret: readonly string[], place: Place, sink: SecretSink): ValueMap {
  const properties = mapAt(raw, key, place) ?? {};
  if (secret.length === 0 && adoptProperties(properties)) return properties;
  const read = emptyMap();
  for (const name of Object.keys(properties)) {
    if (name.startsWith("__")) continue;
    const value: Raw = properties[name];
    const onSecret: SecretSink = (content) => sink(content, name);
    try {
      read[name] = secret.includes(name) ? conceal(value, onSecret) : readValue(value, onSecret);
    } catch (error) {
      throw error instanceof ReadError ? placed(error, inside(inside(place, key), name)) : error;
    }
  }
  return read;
}

/** Says where a value is that could not be read. */
function placed(error: ReadError, at: Place): ReadError {
  return new ReadError(`${at.path}: ${error.message}`, at.source);
}

/** An output that is declared secret, though it may stand in plain text. */
function conceal(raw: Raw, onSecret: SecretSink): Value {
  const value = readValue(raw, onSecret);
  if (value !== SECRET) onSecret(value);
  return SECRET;
}

function inOrder(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...texts].sort();
}

function propertyDependencies(raw: RawMap, place: Place): ReadonlyMap<string, readonly string[]> {
  const recorded = mapAt(raw, "propertyDependencies", place) ?? {};
  const at = inside(place, "propertyDependencies");
  const dependencies = new Map<string, readonly string[]>();
  for (const property of inOrder(Object.keys(recorded))) {
    const urns = textsAt(recorded, property, at);
    if (urns.length > 0) dependencies.set(property, inOrder(urns));
  }
  return dependencies;
}
