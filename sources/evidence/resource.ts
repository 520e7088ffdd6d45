import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import type { ValueMap } from "../../core/model/value";
import { redactStack } from "../../core/redact";
import { CONFIGURATION_TYPE } from "../../core/vocabulary";

/** The pseudo-resource types in which evidence enters the model. */
export const EVIDENCE_TYPES = {
  configuration: CONFIGURATION_TYPE,
  component: "parity:sbom:Component",
  database: "parity:data:Database",
  table: "parity:data:Table",
  column: "parity:data:Column",
  flag: "parity:flag:Flag",
} as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[keyof typeof EVIDENCE_TYPES];

/** Whose evidence it is, as far as that can be told. */
export interface EvidenceOwner {
  readonly project: string;
  readonly stack: string;
  readonly organization?: string | undefined;
}

/**
 * One pseudo-resource: only inputs, no id, nothing that it depends on. The name may hold anything; what in it is called
 * or looks like a secret is taken out here.
 */
export function evidenceResource(owner: EvidenceOwner, type: EvidenceType, name: string, inputs: ValueMap): Resource {
  const resource: Resource = {
    urn: `urn:pulumi:${owner.stack}::${owner.project}::${type}::${name}`,
    type,
    name,
    role: "evidence",
    id: undefined,
    parent: undefined,
    provider: undefined,
    inputs,
    outputs: {},
    dependencies: [],
    propertyDependencies: new Map(),
    aliases: [],
    protect: false,
    sourcePosition: undefined,
    created: undefined,
    modified: undefined,
    untargeted: false,
    tags: {},
  };
  return redactStack(evidenceStack(owner, "", [resource]), []).resources[0] ?? resource;
}

/** A stack that consists of nothing but evidence: what an audit of two documents compares. */
export function evidenceStack(
  owner: EvidenceOwner,
  source: string,
  resources: readonly Resource[],
  capturedAt?: string,
): Stack {
  return {
    project: owner.project,
    name: owner.stack,
    organization: owner.organization,
    phase: "evidence",
    resources,
    capturedAt,
    source,
    program: {},
  };
}
