import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { isMap, type Value } from "../model/value";

/**
 * The subject with the ids that can be told before anything of it is deployed: where all of the reference's resources of
 * a type are identified by one of their own inputs, as a bucket by its name, the subject's will be as well.
 */
export function withForetoldIds({ subject, reference }: Sides<Stack>): Stack {
  const open = new Set(subject.resources.filter(isOpen).map(({ type }) => type));
  if (open.size === 0) return subject;
  const identifying = identifyingInputs(reference.resources.filter(({ type }) => open.has(type)));
  const resources = subject.resources.map((resource) => {
    const input = isOpen(resource) ? identifying.get(resource.type) : undefined;
    const id = input === undefined ? undefined : inputAt(resource, input);
    return typeof id === "string" ? { ...resource, id } : resource;
  });
  return { ...subject, resources };
}

function isOpen({ role, id }: Resource): boolean {
  return role === "custom" && id === undefined;
}

/** Type → the input that is the id of every resource of that type. */
function identifyingInputs(resources: readonly Resource[]): ReadonlyMap<string, string> {
  const candidates = new Map<string, ReadonlySet<string>>();
  for (const resource of resources) {
    const known = candidates.get(resource.type) ?? new Set([...Object.keys(resource.inputs), OBJECT_NAME]);
    candidates.set(resource.type, new Set([...known].filter((input) => inputAt(resource, input) === resource.id)));
  }
  return new Map([...candidates].flatMap(([type, [input]]) => (input === undefined ? [] : [[type, input] as const])));
}

/** What an object of Kubernetes is called. */
const OBJECT_NAME = "metadata.name";

function inputAt({ inputs }: Resource, input: string): Value | undefined {
  if (input !== OBJECT_NAME) return inputs[input];
  const { metadata } = inputs;
  return isMap(metadata) ? metadata.name : undefined;
}
