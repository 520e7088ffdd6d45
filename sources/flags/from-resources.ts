import { flagOfPath } from "../../catalogue/values/flag-path";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { isMap } from "../../core/model/value";
import type { Value, ValueMap } from "../../core/model/value";
import { valueMap } from "../evidence/value-map";
import { flagResource } from "./flag";
import type { Flag } from "./flag";

/** The flags that a resource holds, and the properties in which they stood. */
interface Extraction {
  readonly flags: readonly Flag[];
  readonly properties: readonly string[];
}

/** Types whose resources may hold flags; a resource that does not gives undefined. */
const EXTRACTORS: Readonly<Record<string, (resource: Resource) => Extraction | undefined>> = {
  "aws:ssm/parameter:Parameter": fromParameter,
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": fromAppConfig,
  "launchdarkly:index/featureFlagEnvironment:FeatureFlagEnvironment": fromLaunchDarkly,
};

/**
 * A stack whose flags stand as flags, and no longer in the properties of the resources that hold them. A flag is as old
 * as the last change of its resource, where the state tells that.
 */
export function withFlags(stack: Stack, now?: Date): Stack {
  const owner = { project: stack.project, stack: stack.name };
  const flags: Resource[] = [];
  const resources = stack.resources.map((resource) => {
    const extraction = Object.hasOwn(EXTRACTORS, resource.type) ? EXTRACTORS[resource.type]?.(resource) : undefined;
    if (extraction === undefined) return resource;
    flags.push(
      ...extraction.flags.map((flag) => ({
        ...flagResource({ ...flag, changed: resource.modified ?? resource.created }, owner, now),
        sourcePosition: resource.sourcePosition,
      })),
    );
    return without(resource, extraction.properties);
  });
  return flags.length === 0 ? stack : { ...stack, resources: [...resources, ...flags] };
}

function without(resource: Resource, properties: readonly string[]): Resource {
  const kept = (map: ValueMap): ValueMap => valueMap(Object.entries(map).filter(([key]) => !properties.includes(key)));
  return { ...resource, inputs: kept(resource.inputs), outputs: kept(resource.outputs) };
}

function fromParameter({ inputs }: Resource): Extraction | undefined {
  const key = flagOfPath(inputs.name);
  if (key === undefined) return undefined;
  const value = inputs.value ?? inputs.insecureValue;
  const flag = { key, enabled: undefined, default: value, variants: undefined, targeting: undefined };
  return { flags: [flag], properties: ["value", "insecureValue"] };
}

/** A feature-flag profile's content is `{ flags, values }`; any other content is no matter of flags. */
function fromAppConfig({ inputs }: Resource): Extraction | undefined {
  const content = typeof inputs.content === "string" ? parsed(inputs.content) : inputs.content;
  if (!isMap(content) || !isMap(content.flags) || !isMap(content.values)) return undefined;
  const { values } = content;
  const flags = Object.keys(content.flags).map((key) =>
    appConfigFlag(key, Object.hasOwn(values, key) ? values[key] : undefined),
  );
  return { flags, properties: ["content"] };
}

function appConfigFlag(key: string, settings: Value | undefined): Flag {
  const { enabled, ...others } = isMap(settings) ? settings : {};
  const attributes = Object.entries(others).filter(([name]) => !name.startsWith("_"));
  const served = attributes.length === 0 ? undefined : valueMap(attributes);
  return { key, enabled: enabled ?? false, default: served, variants: undefined, targeting: undefined };
}

function parsed(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

function fromLaunchDarkly({ name, inputs }: Resource): Extraction {
  const id = typeof inputs.flagId === "string" ? inputs.flagId : name;
  const served = isMap(inputs.fallthrough) ? inputs.fallthrough.variation : undefined;
  const targeting = ["targets", "rules", "prerequisites", "contextTargets"].flatMap((property) => {
    const value = inputs[property];
    return value === undefined ? [] : [[property, value] as const];
  });
  const flag = {
    key: id.slice(id.lastIndexOf("/") + 1),
    enabled: inputs.on ?? false,
    default: inputs.on === true ? served : inputs.offVariation,
    variants: undefined,
    targeting: targeting.length === 0 ? undefined : valueMap(targeting),
  };
  return {
    flags: [flag],
    properties: ["on", "offVariation", "fallthrough", ...targeting.map(([property]) => property)],
  };
}
