import type { Resource } from "../model/resource";
import { UNKNOWN_YET, type Value } from "../model/value";
import type { Context } from "./context";
import { changed, type Draft, NOTHING, type Site } from "./draft";
import { mentionsIn } from "./mentions";

/**
 * Compares a value that is not known yet by where it will come from: the same wiring is no difference, another one is,
 * and what cannot be told stays undetermined.
 */
export function compareUnknown(subject: Value, reference: Value, site: Site, context: Context): readonly Draft[] {
  const wiring = wiringOf(reference, site, context);
  if (wiring !== undefined) {
    const { own, other, mentioned } = wiring;
    if (own.size === other.size && [...own].every((source) => other.has(source))) return NOTHING;
    if (mentioned.size > 0 && [...mentioned].every((source) => own.has(source))) return NOTHING;
    if (isElsewhere(wiring) || ![...own].some((source) => other.has(source))) return changed(subject, reference, site);
  }
  const why = sourcesOf("subject", site, context) ? "it is not known yet, and comes from other resources" : UNKNOWN_YET;
  return changed(subject, reference, site).map((draft) => ({ ...draft, undetermined: why }));
}

/**
 * The same for a value whose own text is noise, such as a name: what nobody knows yet of it says nothing, but that it
 * refers to something else does.
 */
export function refersElsewhere(reference: Value, site: Site, context: Context): boolean {
  const wiring = wiringOf(reference, site, context);
  return wiring !== undefined && isElsewhere(wiring);
}

/** What both sides' values come from, and what the reference's mentions, by what counterparts have in common. */
interface Wiring {
  readonly own: ReadonlySet<string>;
  readonly other: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
}

/** Undefined where the engine recorded nothing for a side. */
function wiringOf(reference: Value, site: Site, context: Context): Wiring | undefined {
  const own = sourcesOf("subject", site, context);
  const other = sourcesOf("reference", site, context);
  return own && other && { own, other, mentioned: mentionedIn(reference, context) };
}

/** Whether all that the reference mentions is what its value came from, and the subject's will not. */
function isElsewhere({ own, other, mentioned }: Wiring): boolean {
  return mentioned.size > 0 && [...mentioned].every((source) => other.has(source) && !own.has(source));
}

/** The resources that the engine recorded for this property, by what counterparts have in common. */
function sourcesOf(
  side: "subject" | "reference",
  { pair, property }: Site,
  context: Context,
): ReadonlySet<string> | undefined {
  const resource: Resource = pair[side];
  const urns = resource.propertyDependencies.get(property);
  if (urns === undefined || urns.length === 0) return undefined;
  return new Set(urns.map((urn) => context.labelOfUrn[side](urn)));
}

/** What the reference's value mentions. */
function mentionedIn(value: Value, { symbolised, labels }: Context): ReadonlySet<string> {
  const owners = mentionsIn(value, symbolised.reference).flatMap((mention) => mention.owners);
  return new Set(owners.map(({ resource }) => labels.reference(resource)));
}
