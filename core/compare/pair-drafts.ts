import type { Resource } from "../model/resource";
import type { Context } from "./context";
import { type Draft, NOTHING, Site } from "./draft";
import { compareMaps } from "./maps";
import { withResolved } from "./resolved";

/** Every difference between two counterparts. */
export function compareResources(subject: Resource, reference: Resource, context: Context): readonly Draft[] {
  if (subject.untargeted || reference.untargeted) return NOTHING;
  if (subject.role === "stack" || subject.role === "component") return NOTHING;
  const { resolved } = context.catalogue.type(subject.type);
  const { own, other } = withResolved(subject, reference, resolved);
  return compareMaps(own, other, Site.of({ subject, reference }), context);
}
