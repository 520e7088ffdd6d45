import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import { EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";
import { matchVersions } from "./match-versions";
import { parsePurl } from "./purl";
import { joinVersions, splitVersions } from "./versions";

/**
 * Sets the components of two bills against each other: a package that two scanners spell in two ways gets the
 * reference's spelling, and of several versions only those are left that differ.
 */
export function settleComponents(sides: Sides<readonly Resource[]>): Sides<readonly Resource[]> {
  const references = new Map(sides.reference.filter(isComponent).map((resource) => [keyOf(resource), resource]));
  const settledReferences = new Map<Resource, Resource>();
  const subject = sides.subject.map((resource) => {
    const counterpart = isComponent(resource) ? references.get(keyOf(resource)) : undefined;
    if (counterpart === undefined) return resource;
    const settled = settlePair(resource, counterpart);
    settledReferences.set(counterpart, settled.reference);
    return settled.subject;
  });
  if (settledReferences.size === 0) return sides;
  return { subject, reference: sides.reference.map((resource) => settledReferences.get(resource) ?? resource) };
}

function settlePair(subject: Resource, reference: Resource): Sides<Resource> {
  const matched = matchVersions(splitVersions(subject.inputs.version), splitVersions(reference.inputs.version));
  return {
    subject: withVersion(renamed(subject, reference.name), matched.subject),
    reference: withVersion(reference, matched.reference),
  };
}

function withVersion(resource: Resource, versions: readonly string[]): Resource {
  const version = joinVersions(versions);
  const others = Object.entries(resource.inputs).filter(([property]) => property !== "version");
  return {
    ...resource,
    inputs: valueMap([...(version === undefined ? [] : [["version", version] as const]), ...others]),
  };
}

function renamed(resource: Resource, name: string): Resource {
  if (resource.name === name) return resource;
  return { ...resource, name, urn: resource.urn.slice(0, -resource.name.length) + name };
}

function keyOf({ name }: Resource): string {
  return parsePurl(name)?.key ?? name;
}

function isComponent(resource: Resource): boolean {
  return resource.type === EVIDENCE_TYPES.component;
}
