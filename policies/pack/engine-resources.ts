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
  const read = (properties: RawProperties) => readProperties(properties, secrets);
  const resources = listed.map((resource) => {
    const { urn, type, name, opts } = resource;
    const inputs = heard.inputs.get(urn);
    return {
      ...{ urn, type, name },
      inputs: inputs && read(inputs),
      outputs: read(heard.outputs.get(urn) ?? (() => rawProperties(resource.props))),
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

function readProperties(properties: RawProperties, secrets: SecretContent[]): ValueMap {
  const raw = properties();
  const read = emptyMap();
  if (!isRawMap(raw)) return read;
  for (const property of Object.keys(raw)) {
    if (property.startsWith("__")) continue;
    read[property] = readValue(raw[property], (content) => secrets.push({ content, property }));
  }
  return read;
}

function urnsByProperty(found: Readonly<Record<string, readonly PolicyResource[]>>): ReadonlyMap<string, string[]> {
  return new Map(Object.entries(found).map(([property, resources]) => [property, resources.map(({ urn }) => urn)]));
}
