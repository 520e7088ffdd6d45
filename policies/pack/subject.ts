import type { Resource, Role } from "../../core/model/resource";
import type { Phase, ProgramFacts, Stack } from "../../core/model/stack";
import { SECRET, type ValueMap } from "../../core/model/value";
import { tagsOf } from "../../sources/state/tags";

/** A resource as the engine lists it at the end, with what its policy was told of its inputs; all of it plain. */
export interface EngineResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Undefined where it was never analysed: it is not among the targets. */
  readonly inputs: ValueMap | undefined;
  readonly outputs: ValueMap;
  readonly provider: string | undefined;
  readonly parent: string | undefined;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: ReadonlyMap<string, readonly string[]>;
  readonly protect: boolean;
  readonly aliases: readonly string[];
  readonly secretOutputs: readonly string[];
}

export interface SubjectFacts {
  readonly organization: string | undefined;
  readonly project: string;
  readonly stack: string;
  readonly phase: Phase;
  /** The stack's own last state: it knows the ids of what is deployed, and which types are components. */
  readonly before: Stack | undefined;
  /** For people: `preview` or `update`. */
  readonly source: string;
  readonly capturedAt: string;
  readonly program: ProgramFacts;
}

/** The stack that is about to be, from what the engine says of it. */
export function subjectStack(resources: readonly EngineResource[], facts: SubjectFacts): Stack {
  const deployed = new Map(facts.before?.resources.map((resource) => [resource.urn, resource]));
  return {
    project: facts.project,
    name: facts.stack,
    organization: facts.organization,
    phase: facts.phase,
    resources: resources.map((resource) => modelResource(resource, deployed.get(resource.urn))),
    capturedAt: facts.capturedAt,
    source: facts.source,
    program: facts.program,
  };
}

function modelResource(resource: EngineResource, deployed: Resource | undefined): Resource {
  const { urn, type, name, parent, provider, protect, aliases, dependencies, propertyDependencies } = resource;
  const inputs = resource.inputs ?? {};
  const outputs = withSecrets(resource.outputs, resource.secretOutputs);
  const id = typeof outputs.id === "string" ? outputs.id : deployed?.id;
  const role = roleOf(resource, deployed);
  return {
    ...{ urn, type, name, role, id, parent, provider, inputs, outputs, dependencies, propertyDependencies },
    ...{ aliases, protect, tags: tagsOf(inputs) },
    sourcePosition: deployed?.sourcePosition,
    created: deployed?.created,
    modified: deployed?.modified,
    untargeted: role === "custom" && Object.keys(inputs).length === 0,
  };
}

/** The policy SDK does not say what is a component; only custom resources and remote components have a provider. */
function roleOf({ type, provider }: EngineResource, deployed: Resource | undefined): Role {
  if (type === "pulumi:pulumi:Stack") return "stack";
  if (type.startsWith("pulumi:providers:")) return "provider";
  return deployed?.role ?? (provider === undefined ? "component" : "custom");
}

function withSecrets(outputs: ValueMap, secret: readonly string[]): ValueMap {
  const marked = secret.filter((name) => Object.hasOwn(outputs, name));
  return marked.length === 0 ? outputs : { ...outputs, ...Object.fromEntries(marked.map((name) => [name, SECRET])) };
}
