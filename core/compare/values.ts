import {
  Asset,
  isList,
  isMap,
  ResourceReference,
  type Scalar,
  Secret,
  Special,
  Unknown,
  type Value,
  type ValueMap,
} from "../model/value";
import type { Context } from "./context";
import { compareTexts } from "./compare-texts";
import { changed, type Draft, NOTHING, type Site } from "./draft";
import { isPolicyDocument, readJson } from "./documents";
import { asList, normalPolicy } from "./iam";
import { compareLists } from "./lists";
import { compareMaps } from "./maps";
import { isNoise, isNoiseBetween, isNoiseThroughout } from "./noise";
import { compareUnknown, refersElsewhere } from "./unknowns";
import { sameScalar } from "./scalars";
import { sameWiring } from "./wiring";

/** Compares two values that are there. Every difference in them is one draft, at its place. */
export function compareValues(subject: Value, reference: Value, site: Site, context: Context): readonly Draft[] {
  if (subject === reference) return NOTHING;
  if (subject instanceof Special || reference instanceof Special)
    return compareSpecial(subject, reference, site, context);
  if (isContainer(subject) && isContainer(reference)) {
    if (isNoiseThroughout(context.catalogue.property(site.type, site.asked))) return NOTHING;
    if (isList(subject) && isList(reference)) return compareLists(subject, reference, site, context);
    if (isMap(subject) && isMap(reference)) return compareData(subject, reference, site, context);
    if (site.within === "iam") return compareLists(asList(subject), asList(reference), site, context);
    return changed(subject, reference, site);
  }
  if (typeof subject === "string" && typeof reference === "string")
    return compareTexts(subject, reference, site, context);
  if (site.within === "iam" && (isList(subject) || isList(reference)))
    return compareLists(asList(subject), asList(reference), site, context);
  return isContainer(subject) || isContainer(reference)
    ? compareWithText(subject, reference, site, context)
    : compareScalars(subject, reference, site, context);
}

function compareData(subject: ValueMap, reference: ValueMap, site: Site, context: Context): readonly Draft[] {
  if (site.within !== "iam" && isPolicyDocument(subject) && isPolicyDocument(reference))
    return context.compare(normalPolicy(subject), normalPolicy(reference), site.as("iam"));
  return compareMaps(subject, reference, site, context);
}

function isContainer(value: Value): boolean {
  return typeof value === "object" && value !== null;
}

function compareScalars(subject: Value, reference: Value, site: Site, context: Context): readonly Draft[] {
  if (isScalar(subject) && isScalar(reference) && sameScalar(subject, reference)) return NOTHING;
  if (sameNumericIds(subject, reference, site, context)) return NOTHING;
  return isNoiseBetween(context.catalogue.property(site.type, site.asked), subject, reference)
    ? NOTHING
    : changed(subject, reference, site);
}

/** Ids of some services are numbers, and passed on as such. */
function sameNumericIds(subject: Value, reference: Value, site: Site, context: Context): boolean {
  if (typeof subject !== "number" || typeof reference !== "number") return false;
  return Math.min(subject, reference) >= LEAST_ID && sameWiring(String(subject), String(reference), site, context);
}

/** Smaller numbers are settings. */
const LEAST_ID = 10_000;

function isScalar(value: Value): value is Scalar {
  return value === null || typeof value !== "object";
}

/** A document may stand as data on one side and as text on the other. */
function compareWithText(subject: Value, reference: Value, site: Site, context: Context): readonly Draft[] {
  const own = typeof subject === "string" ? readJson(subject) : subject;
  const other = typeof reference === "string" ? readJson(reference) : reference;
  const readable = own !== undefined && other !== undefined && isContainer(own) && isContainer(other);
  return readable ? context.compare(own, other, site) : changed(subject, reference, site);
}

function compareSpecial(subject: Value, reference: Value, site: Site, context: Context): readonly Draft[] {
  if (subject instanceof Secret || reference instanceof Secret) {
    context.onSecret();
    return NOTHING;
  }
  if (subject instanceof Unknown || reference instanceof Unknown) {
    if (!isNoise(context.catalogue.property(site.type, site.asked), "changed"))
      return compareUnknown(subject, reference, site, context);
    return refersElsewhere(reference, site, context) ? changed(subject, reference, site) : NOTHING;
  }
  if (subject instanceof Asset && reference instanceof Asset) return compareAssets(subject, reference, site);
  const [own, other] = [textOf(subject), textOf(reference)];
  return own !== undefined && other !== undefined
    ? compareTexts(own, other, site, context)
    : changed(subject, reference, site);
}

function compareAssets(subject: Asset, reference: Asset, site: Site): readonly Draft[] {
  const unknown = subject.hash === undefined || reference.hash === undefined;
  return unknown || subject.hash === reference.hash ? NOTHING : changed(subject, reference, site);
}

function textOf(value: Value): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof ResourceReference ? (value.id ?? value.urn) : undefined;
}
