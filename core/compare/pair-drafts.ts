import type { Resource } from "../model/resource";
import type { Context } from "./context";
import { type Draft, NOTHING, Site } from "./draft";
import { compareMaps } from "./maps";
import { withResolved } from "./resolved";

/** Every difference between two counterparts. */
export function compareResources(subject: Resource, reference: Resource, context: Context): readonly Draft[] {
  if (subject.untargeted || reference.untargeted) return NOTHING;
  if (subject.role === "stack" || isSaidByChildren(subject, reference, context)) return NOTHING;
  const { resolved } = context.catalogue.type(subject.type);
  const { own, other } = withResolved(withRegion(subject, "subject"), withRegion(reference, "reference"), resolved);
  return compareMaps(own, other, Site.of({ subject, reference }), context);

  /** Where the other side's program says a region, this one's provider says it. */
  function withRegion(resource: Resource, side: "subject" | "reference"): Resource {
    const counterpart = side === "subject" ? reference : subject;
    if (resource.inputs.region !== undefined || counterpart.inputs.region === undefined) return resource;
    const region = context.counterpartsOf(reference.provider ?? "")?.[side].inputs.region;
    const known = region ?? (resource.type.startsWith("aws:") ? counterpart.inputs.region : undefined);
    return known === undefined ? resource : { ...resource, inputs: { ...resource.inputs, region: known } };
  }
}

/** What a component was given shows in the resources that it made of it; of one that has none, it is all that is known. */
export function isSaidByChildren(subject: Resource, reference: Resource, { hasChildren }: Context): boolean {
  return subject.role === "component" && (hasChildren.subject(subject.urn) || hasChildren.reference(reference.urn));
}
