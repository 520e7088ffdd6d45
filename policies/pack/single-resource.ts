import { markedSecrets } from "../../catalogue/schema/marks";
import type { Resource } from "../../core/model/resource";
import { parseUrn } from "../../core/model/urn";
import { redactStack } from "../../core/redact";
import { readProperties } from "./engine-resources";
import type { RawProperties } from "./messages";
import type { Prepared } from "./preparation";
import { subjectStack } from "./subject";

/** What the engine says of a resource before it is changed. */
export interface AnnouncedResource {
  readonly urn: string;
  readonly provider: string | undefined;
  readonly inputs: RawProperties;
}

/** That resource in the model, without its secrets; undefined where its URN is none. */
export function singleResource(announced: AnnouncedResource, { facts, before }: Prepared): Resource | undefined {
  const parts = parseUrn(announced.urn);
  if (parts === undefined) return undefined;
  const { properties, secrets } = readProperties(announced.inputs);
  const resource = {
    ...{ urn: announced.urn, type: parts.type, name: parts.name, provider: announced.provider },
    ...{ inputs: properties, outputs: {}, parent: undefined, dependencies: [], propertyDependencies: new Map() },
    ...{ protect: false, aliases: [], secretOutputs: [] },
  };
  const about = { phase: "preview", source: "update", capturedAt: "", program: {} } as const;
  const stack = subjectStack([resource], { ...facts, ...about, before: before?.stack });
  return redactStack(stack, secrets, markedSecrets).resources[0];
}
