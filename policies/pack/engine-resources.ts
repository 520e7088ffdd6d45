import type { PolicyResource } from "@pulumi/policy";
import type { SecretContent } from "../../core/redact";
import type { ValueMap } from "../../core/model/value";
import { isRawMap } from "../../sources/state/shape";
import { emptyMap, readValue } from "../../sources/state/values";
import type { RawProperties } from "./messages";
import { rawProperties } from "./sdk-values";
import type { EngineResource } from "./subject";

/** What was heard of the resources' properties, by URN. */
export interface Heard {
  /** What is not there was not recorded. */
  readonly inputs: ReadonlyMap<string, RawProperties>;
  /** What is not there is read from the SDK's own arguments. */
  readonly outputs: ReadonlyMap<string, RawProperties>;
}

export interface EngineResources {
  readonly resources: readonly EngineResource[];
  /** What the secrets held: not for the model, but to find it again where it stands in the open. */
  readonly secrets: readonly SecretContent[];
}

/** Joins by URN what the engine said of inputs with its list at the end, and takes the secrets out. */
export function engineResources(listed: readonly PolicyResource[], heard: Heard): EngineResources {
  const secrets: SecretContent[] = [];
  const read = (raw: RawProperties) => {
    const { properties, secrets: found } = readProperties(raw);
    secrets.push(...found);
    return properties;
  };
  const resources = listed.map((resource) => {
    const { urn, type, name, opts } = resource;
    const inputs = heard.inputs.get(urn);
    const outputs = read(heard.outputs.get(urn) ?? (() => rawProperties(resource.props)));
    for (const property of opts.additionalSecretOutputs)
      if (Object.hasOwn(outputs, property)) secrets.push({ content: outputs[property], property });
    return {
      ...{ urn, type, name },
      inputs: inputs && read(inputs),
      outputs,
      provider: resource.provider?.urn,
      parent: resource.parent?.urn ?? opts.parent,
      dependencies: resource.dependencies.map((dependency) => dependency.urn),
      propertyDependencies: urnsByProperty(resource.propertyDependencies),
      protect: opts.protect,
      aliases: opts.aliases,
      secretOutputs: opts.additionalSecretOutputs,
    };
  });
  return { resources, secrets };
}

/** Properties in the model, and what the secrets among them held. */
export function readProperties(properties: RawProperties): {
  readonly properties: ValueMap;
  readonly secrets: readonly SecretContent[];
} {
  const raw = properties();
  const read = emptyMap();
  const secrets: SecretContent[] = [];
  for (const [property, value] of Object.entries(isRawMap(raw) ? raw : {}))
    if (!property.startsWith("__")) read[property] = readValue(value, (content) => secrets.push({ content, property }));
  return { properties: read, secrets };
}

function urnsByProperty(found: Readonly<Record<string, readonly PolicyResource[]>>): ReadonlyMap<string, string[]> {
  return new Map(Object.entries(found).map(([property, resources]) => [property, resources.map(({ urn }) => urn)]));
}
