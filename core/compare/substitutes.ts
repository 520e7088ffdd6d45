import type { Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import type { Context } from "./context";
import { matcher } from "./groups";
import type { Substitute } from "./options";
import { type Draft, inside, Site } from "./draft";

/** Different kinds of resources that serve one purpose: one difference, and those of the properties to be judged. */
export interface Substituted {
  readonly substitute: Substitute;
  readonly subject: Resource;
  readonly reference: Resource;
  readonly members: ReadonlySet<Divergence>;
  readonly drafts: readonly Draft[];
}

/** Finds each substitute's resources among what only one side has. */
export function findSubstitutes(
  divergences: readonly Divergence[],
  substitutes: readonly Substitute[],
  context: Context,
): readonly Substituted[] {
  return substitutes.flatMap((substitute) => {
    const [own, other] = [matcher(substitute.subject), matcher(substitute.reference)];
    const extra = divergences.filter((one) => one.kind === "extra" && own(one.subject, one.symbolicName));
    const missing = divergences.filter((one) => one.kind === "missing" && other(one.reference, one.symbolicName));
    const [subject, reference] = [extra[0]?.subject, missing[0]?.reference];
    if (subject === undefined || reference === undefined) return [];
    const drafts = Object.keys(substitute.compare).flatMap((property) =>
      compareProperty(property, substitute.compare[property] ?? property, extra, missing, context),
    );
    return [{ substitute, subject, reference, members: new Set([...extra, ...missing]), drafts }];
  });
}

function compareProperty(
  property: string,
  counterpart: string,
  extra: readonly Divergence[],
  missing: readonly Divergence[],
  context: Context,
): readonly Draft[] {
  const own = firstHaving(
    extra.map(({ subject }) => subject),
    property,
  );
  const other = firstHaving(
    missing.map(({ reference }) => reference),
    counterpart,
  );
  if (own === undefined || other === undefined) return [];
  const pair = { subject: own.resource, reference: other.resource };
  return context.compare(own.value, other.value, inside(Site.of(pair), property));
}

function firstHaving(
  resources: readonly (Resource | undefined)[],
  property: string,
): { readonly resource: Resource; readonly value: Value } | undefined {
  for (const resource of resources) {
    const value = resource?.inputs[property] ?? resource?.outputs[property];
    if (resource !== undefined && value !== undefined) return { resource, value };
  }
  return undefined;
}
