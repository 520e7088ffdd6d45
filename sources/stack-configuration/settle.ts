import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import { UNKNOWN } from "../../core/model/value";
import type { ValueMap } from "../../core/model/value";
import { EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";

/** A key that only one side has is unknown on the other, where an imported environment may give it: not missing. */
export function settleConfiguration(sides: Sides<readonly Resource[]>): Sides<readonly Resource[]> {
  const [subject, reference] = [sides.subject.find(isConfiguration), sides.reference.find(isConfiguration)];
  if (subject === undefined || reference === undefined) return sides;
  return {
    subject: sides.subject.map((resource) => (resource === subject ? opened(subject, reference) : resource)),
    reference: sides.reference.map((resource) => (resource === reference ? opened(reference, subject) : resource)),
  };
}

function opened(resource: Resource, other: Resource): Resource {
  if (!importsEnvironments(resource.inputs)) return resource;
  const absent = Object.keys(other.inputs).filter((key) => !Object.hasOwn(resource.inputs, key));
  const unknown = absent.map((key) => [key, UNKNOWN] as const);
  return { ...resource, inputs: valueMap([...Object.entries(resource.inputs), ...unknown]) };
}

/** ESC imports are a list; a program's own key of that name is hardly ever one. */
function importsEnvironments(inputs: ValueMap): boolean {
  const imports = inputs["pulumi:environment"] ?? inputs.environment;
  return Array.isArray(imports) && imports.length > 0;
}

function isConfiguration(resource: Resource): boolean {
  return resource.type === EVIDENCE_TYPES.configuration;
}
