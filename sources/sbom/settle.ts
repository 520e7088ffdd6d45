import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import { EVIDENCE_TYPES } from "../evidence/resource";
import { spellingKey } from "./purl";
import { matchVersions } from "./match-versions";
import { versionsOf, versionsOnto } from "./versions";

/**
 * Sets the components of two bills against each other: a package that two scanners spell in two ways gets the
 * reference's spelling, and of several versions the equal ones are set against each other first.
 */
export function settleComponents(sides: Sides<readonly Resource[]>): Sides<readonly Resource[]> {
  const references = new Map(components(sides.reference).map((resource) => [spellingKey(resource.name), resource]));
  const settledReferences = new Map<Resource, Resource>();
  const subject = sides.subject.map((resource) => {
    const counterpart = isComponent(resource) ? references.get(spellingKey(resource.name)) : undefined;
    if (counterpart === undefined) return resource;
    const settled = settlePair(resource, counterpart);
    settledReferences.set(counterpart, settled.reference);
    return settled.subject;
  });
  if (settledReferences.size === 0) return sides;
  return { subject, reference: sides.reference.map((resource) => settledReferences.get(resource) ?? resource) };
}

function settlePair(subject: Resource, reference: Resource): Sides<Resource> {
  const matched = matchVersions(versionsOf(subject.inputs), versionsOf(reference.inputs));
  return {
    subject: { ...renamed(subject, reference.name), inputs: versionsOnto(...matched.subject) },
    reference: { ...reference, inputs: versionsOnto(...matched.reference) },
  };
}

function renamed(resource: Resource, name: string): Resource {
  if (resource.name === name) return resource;
  return { ...resource, name, urn: resource.urn.slice(0, -resource.name.length) + name };
}

function components(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(isComponent);
}

function isComponent(resource: Resource): boolean {
  return resource.type === EVIDENCE_TYPES.component;
}
