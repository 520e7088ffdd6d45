import { ReadError } from "../../core/errors";
import type { Resource } from "../../core/model/resource";
import type { ProgramFacts, Stack } from "../../core/model/stack";
import { parseUrn } from "../../core/model/urn";
import { readResource } from "./resource";
import { flagAt, inside, isRawMap, listAt, malformed, mapAt, member, textAt } from "./shape";
import type { Place, RawMap } from "./shape";
import type { SecretSink } from "./values";

/** The newest format of exports and checkpoints that is understood. */
const NEWEST_VERSION = 4;

/** A deployment found in its envelope, and what the envelope says of the stack. */
interface Envelope {
  readonly deployment: RawMap | undefined;
  readonly place: Place;
  /** `dev`, or `organization/project/dev`, as a checkpoint says. */
  readonly stack: string | undefined;
}

export function readDeployment(document: RawMap, source: string, onSecret: SecretSink): Stack {
  const { deployment, place, stack } = openEnvelope(document, source);
  const { resources, reads } =
    deployment === undefined ? { resources: [], reads: [] } : readResources(deployment, place, onSecret);
  const manifest = deployment === undefined ? undefined : mapAt(deployment, "manifest", place);
  const at = inside(place, "manifest");
  const pulumiVersion = manifest && textAt(manifest, "version", at);
  const program: ProgramFacts = pulumiVersion === undefined ? {} : { pulumiVersion };
  return {
    ...identity(resources, stack, source),
    phase: "state",
    resources,
    reads,
    capturedAt: manifest && textAt(manifest, "time", at),
    source,
    program,
  };
}

function openEnvelope(document: RawMap, source: string): Envelope {
  const top = { source, path: "" };
  checkVersion(member(document, "version"), source);
  const checkpoint = mapAt(document, "checkpoint", top);
  if (checkpoint !== undefined) {
    const at = inside(top, "checkpoint");
    const stack = textAt(checkpoint, "stack", at);
    return { deployment: mapAt(checkpoint, "latest", at), place: inside(at, "latest"), stack };
  }
  if (!Object.hasOwn(document, "deployment"))
    throw new ReadError("this is no stack export, checkpoint or snapshot: it has no `deployment`", source);
  return { deployment: mapAt(document, "deployment", top), place: inside(top, "deployment"), stack: undefined };
}

function checkVersion(version: unknown, source: string): void {
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
    throw malformed({ source, path: "version" }, `a format version from 1 to ${NEWEST_VERSION}`);
  if (version > NEWEST_VERSION)
    throw new ReadError(
      `format version ${version} is newer than ${NEWEST_VERSION}, the newest that is understood; upgrade environment-parity`,
      source,
    );
}

/** `external` marks what the program only read. */
function readResources(
  deployment: RawMap,
  place: Place,
  onSecret: SecretSink,
): Pick<Required<Stack>, "resources" | "reads"> {
  const at = inside(place, "resources");
  const resources: Resource[] = [];
  const reads: Resource[] = [];
  listAt(deployment, "resources", place).forEach((raw, index) => {
    const here = inside(at, index);
    if (!isRawMap(raw)) throw malformed(here, "an object");
    const resource = readResource(raw, here, onSecret);
    if (resource !== undefined) (flagAt(raw, "external", here) ? reads : resources).push(resource);
  });
  return { resources, reads };
}

/** Project and stack stand in every URN; the root stack's own is the one that a rename keeps right. */
function identity(resources: readonly Resource[], stack: string | undefined, source: string) {
  const root = resources.find((resource) => resource.role === "stack") ?? resources[0];
  const urn = root && parseUrn(root.urn);
  const [name, project, organization] = (stack ?? "").split("/").reverse();
  return {
    project: urn?.project ?? project ?? "",
    name: urn?.stack ?? (name !== undefined && name !== "" ? name : baseName(source)),
    organization: organization === "" ? undefined : organization,
  };
}

function baseName(source: string): string {
  const file = source.slice(Math.max(source.lastIndexOf("/"), source.lastIndexOf("\\")) + 1);
  return file.replace(/(\.checkpoint)?\.json(\.gz|\.zst)?$/, "");
}
