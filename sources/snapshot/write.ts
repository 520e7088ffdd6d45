import type { Resource } from "../../core/model/resource";
import type { ProgramFacts, Stack } from "../../core/model/stack";
import { parseUrn } from "../../core/model/urn";
import { type ValueMap } from "../../core/model/value";
import { redactStack, type SecretContent } from "../../core/redact";
import { roleOf } from "../state/role";
import { tagsOf } from "../state/tags";
import { SNAPSHOT_SCHEMA } from "./format";
import { print, type Printable } from "./print";
import { sameValue } from "./same";
import { urnSpelling, type UrnSpelling } from "./urns";
import { encodeMap } from "./values";

/**
 * A stack as a file to commit: redacted, sorted, one leaf a line. `secrets` are contents known to be secret that the
 * stack itself does not mark, as in the pack, where they come as plain text.
 */
export function writeSnapshot(stack: Stack, secrets: readonly SecretContent[] = []): string {
  const redacted = redactStack(stack, secrets);
  const urns = urnSpelling(stack.project, stack.name);
  return print({
    schema: SNAPSHOT_SCHEMA,
    phase: stack.phase,
    ...present({ organization: stack.organization }),
    project: stack.project,
    stack: stack.name,
    ...present({ capturedAt: stack.capturedAt, recordedAt: stack.recordedAt, update: stack.update }),
    program: programOf(stack.program),
    resources: sorted(redacted.resources, urns),
    ...(redacted.reads === undefined || redacted.reads.length === 0 ? {} : { reads: sorted(redacted.reads, urns) }),
  });
}

function programOf({ commit, dirty, author, repository, pulumiVersion }: ProgramFacts): Printable {
  return present({ commit, dirty, author, repository, pulumiVersion });
}

/** By URN; resources that share one, by all that they are. */
function sorted(resources: readonly Resource[], urns: UrnSpelling): readonly Printable[] {
  return resources
    .map((resource) => ({ key: urns.shorten(resource.urn), printed: printResource(resource, urns) }))
    .sort((one, other) => compareTexts(one.key, other.key) || compareTexts(print(one.printed), print(other.printed)))
    .map(({ printed }) => printed);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function printResource(resource: Resource, urns: UrnSpelling): Printable {
  const parts = parseUrn(resource.urn);
  const { id, protect, untargeted, created } = resource;
  return {
    urn: urns.shorten(resource.urn),
    ...(parts?.type === resource.type ? {} : { type: resource.type }),
    ...(roleOf(resource.type, true) === resource.role ? {} : { role: resource.role }),
    ...present({ id, parent: resource.parent && urns.shorten(resource.parent) }),
    ...present({ provider: resource.provider && urns.shorten(resource.provider) }),
    ...(protect ? { protect } : {}),
    ...(untargeted ? { untargeted } : {}),
    ...(resource.role === "stack" ? present({ created }) : {}),
    ...unlessEmpty("aliases", resource.aliases.map(urns.shorten).sort()),
    ...unlessEmpty("dependencies", resource.dependencies.map(urns.shorten).sort()),
    ...wiring(resource, urns),
    ...(sameValue(tagsOf(resource.inputs), resource.tags) ? {} : { tags: encodeMap(resource.tags, urns) }),
    inputs: encodeMap(resource.inputs, urns),
    ...unlessEmpty("defaults", [...(resource.defaults ?? [])].sort()),
    ...outputs(resource, urns),
  };
}

function wiring({ propertyDependencies }: Resource, urns: UrnSpelling): Readonly<Record<string, Printable>> {
  if (propertyDependencies.size === 0) return {};
  const entries = [...propertyDependencies].sort(([one], [other]) => compareTexts(one, other));
  return {
    propertyDependencies: Object.fromEntries(
      entries.map(([property, all]) => [property, [...new Set(all.map(urns.shorten))].sort()]),
    ),
  };
}

/** Most outputs only repeat an input; only what does not is written. `silent` are inputs that no output repeats. */
function outputs({ inputs, outputs: all }: Resource, urns: UrnSpelling): Readonly<Record<string, Printable>> {
  const own: Record<string, ValueMap[string]> = {};
  Object.setPrototypeOf(own, null);
  for (const key of Object.keys(all)) {
    const value = all[key];
    if (value !== undefined && !(Object.hasOwn(inputs, key) && sameValue(inputs[key], value))) own[key] = value;
  }
  const silent = Object.keys(inputs).filter((key) => !Object.hasOwn(all, key));
  if (Object.keys(all).length === 0) return {};
  return { outputs: encodeMap(own, urns), ...unlessEmpty("silent", silent.sort()) };
}

function unlessEmpty(name: string, list: readonly string[]): Readonly<Record<string, Printable>> {
  return list.length === 0 ? {} : { [name]: list };
}

function present(
  fields: Readonly<Record<string, string | number | boolean | undefined>>,
): Readonly<Record<string, Printable>> {
  const entries = Object.entries(fields);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));
}
