import { ReadError } from "../../core/errors";
import type { Resource, Role } from "../../core/model/resource";
import type { Phase, ProgramFacts, Stack } from "../../core/model/stack";
import { parseUrn } from "../../core/model/urn";
import { type ValueMap } from "../../core/model/value";
import { roleOf } from "../state/role";
import { flagAt, inside, isRawMap, listAt, malformed, mapAt, member, textAt, textsAt } from "../state/shape";
import type { Place, RawMap } from "../state/shape";
import { tagsOf } from "../state/tags";
import { checkDepth, emptyMap } from "../state/values";
import { NEWEST_SNAPSHOT, SNAPSHOT_PREFIX } from "./format";
import { urnSpelling, type UrnSpelling } from "./urns";
import { decodeMap } from "./values";

/** True for a document that calls itself a snapshot, of whatever version. */
export function isSnapshot(document: RawMap): boolean {
  const schema = member(document, "schema");
  return typeof schema === "string" && schema.startsWith(SNAPSHOT_PREFIX);
}

/** The stack as it was when the snapshot was written. Throws ReadError, also for a newer format. */
export function readSnapshot(document: RawMap, source: string): Stack {
  const top = { source, path: "" };
  checkVersion(textAt(document, "schema", top) ?? "", source);
  const [project, name] = [textAt(document, "project", top) ?? "", textAt(document, "stack", top) ?? ""];
  const urns = urnSpelling(project, name);
  return {
    project,
    name,
    organization: textAt(document, "organization", top),
    phase: phaseOf(textAt(document, "phase", top), top),
    resources: readResources(document, "resources", urns, top),
    reads: readResources(document, "reads", urns, top),
    capturedAt: textAt(document, "capturedAt", top),
    ...optional("recordedAt", textAt(document, "recordedAt", top)),
    ...optional("update", textAt(document, "update", top)),
    source,
    program: programOf(mapAt(document, "program", top) ?? {}, inside(top, "program")),
  };
}

function checkVersion(schema: string, source: string): void {
  const major = Number(schema.slice(SNAPSHOT_PREFIX.length));
  if (!Number.isInteger(major) || major < 1) throw malformed({ source, path: "schema" }, "parity-snapshot/1");
  if (major > NEWEST_SNAPSHOT)
    throw new ReadError(
      `is a snapshot of format ${major}, newer than ${NEWEST_SNAPSHOT}, the newest that is understood; upgrade environment-parity`,
      source,
    );
}

const PHASES: Readonly<Record<Phase, true>> = { state: true, preview: true, plan: true, evidence: true };
const ROLES: Readonly<Record<Role, true>> = {
  custom: true,
  component: true,
  provider: true,
  stack: true,
  evidence: true,
};

function phaseOf(phase = "state", top: Place): Phase {
  if (isKeyOf(PHASES, phase)) return phase;
  throw malformed(inside(top, "phase"), `one of ${Object.keys(PHASES).join(", ")}`);
}

function isKeyOf<K extends string>(keys: Readonly<Record<K, true>>, text: string): text is K {
  return Object.hasOwn(keys, text);
}

function programOf(raw: RawMap, place: Place): ProgramFacts {
  return {
    ...optional("commit", textAt(raw, "commit", place)),
    ...(member(raw, "dirty") === undefined ? {} : { dirty: flagAt(raw, "dirty", place) }),
    ...optional("author", textAt(raw, "author", place)),
    ...optional("repository", textAt(raw, "repository", place)),
    ...optional("pulumiVersion", textAt(raw, "pulumiVersion", place)),
  };
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  if (value !== undefined) found[key] = value;
  return found;
}

function readResources(document: RawMap, key: string, urns: UrnSpelling, top: Place): readonly Resource[] {
  return listAt(document, key, top).map((raw, index) => {
    const here = inside(inside(top, key), index);
    if (!isRawMap(raw)) throw malformed(here, "an object");
    return readResource(raw, urns, here);
  });
}

function readResource(raw: RawMap, urns: UrnSpelling, place: Place): Resource {
  const urn = urns.lengthen(textAt(raw, "urn", place) ?? "");
  const parts = parseUrn(urn);
  if (parts === undefined || parts.name === "") throw malformed(inside(place, "urn"), "a URN");
  const type = textAt(raw, "type", place) ?? parts.type;
  const long = (list: readonly string[]) => list.map(urns.lengthen).sort();
  const link = (key: string) => {
    const short = textAt(raw, key, place);
    return short === undefined ? undefined : urns.lengthen(short);
  };
  const inputs = properties(raw, "inputs", urns, place);
  const tags = mapAt(raw, "tags", place);
  const defaults = textsAt(raw, "defaults", place);
  return {
    urn,
    type,
    name: parts.name,
    role: readRole(textAt(raw, "role", place), type, place),
    id: textAt(raw, "id", place),
    parent: link("parent"),
    provider: link("provider"),
    inputs,
    ...(defaults.length > 0 && { defaults: new Set(defaults) }),
    outputs: readOutputs(raw, inputs, urns, place),
    dependencies: long(textsAt(raw, "dependencies", place)),
    propertyDependencies: readWiring(raw, long, place),
    aliases: long(textsAt(raw, "aliases", place)),
    protect: flagAt(raw, "protect", place),
    sourcePosition: undefined,
    created: textAt(raw, "created", place),
    modified: undefined,
    untargeted: flagAt(raw, "untargeted", place),
    tags: tags === undefined ? tagsOf(inputs) : tagsOf({ tags: decodeMap(tags, urns) }),
  };
}

function readRole(role: string | undefined, type: string, place: Place): Role {
  if (role === undefined) return roleOf(type, true);
  if (isKeyOf(ROLES, role)) return role;
  throw malformed(inside(place, "role"), `one of ${Object.keys(ROLES).join(", ")}`);
}

function properties(raw: RawMap, key: string, urns: UrnSpelling, place: Place): ValueMap {
  const map = mapAt(raw, key, place) ?? {};
  checkDepth(map, inside(place, key));
  return decodeMap(map, urns);
}

function readOutputs(raw: RawMap, inputs: ValueMap, urns: UrnSpelling, place: Place): ValueMap {
  if (member(raw, "outputs") === undefined) return emptyMap();
  const own = properties(raw, "outputs", urns, place);
  const silent = new Set(textsAt(raw, "silent", place));
  const all = emptyMap();
  for (const key of [...new Set([...Object.keys(inputs), ...Object.keys(own)])].sort()) {
    const value = Object.hasOwn(own, key) ? own[key] : inputs[key];
    if (value !== undefined && (Object.hasOwn(own, key) || !silent.has(key))) all[key] = value;
  }
  return all;
}

function readWiring(
  raw: RawMap,
  long: (list: readonly string[]) => readonly string[],
  place: Place,
): ReadonlyMap<string, readonly string[]> {
  const recorded = mapAt(raw, "propertyDependencies", place) ?? {};
  const at = inside(place, "propertyDependencies");
  const entries = Object.keys(recorded).map((property) => [property, long(textsAt(recorded, property, at))] as const);
  return new Map(entries);
}
