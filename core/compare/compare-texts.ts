import type { DocumentKind, PropertyFacts } from "../model/catalogue";
import type { Value } from "../model/value";
import { onlyOneIsAddress, pathsAtOneHost, spokenToOtherwise, storedKey } from "./addresses";
import { choosesAnother } from "./chosen";
import type { Context } from "./context";
import { isPolicyDocument, readBase64, readJson, readPacked, readYaml } from "./documents";
import { changed, type Draft, NOTHING, type Site } from "./draft";
import { normalPolicy } from "./iam";
import { bothMadeUp } from "./made-up";
import { choosesCodePath } from "./modes";
import { isNoiseBetween } from "./noise";
import { sameButForOwnHosts } from "./own-hosts";
import { numbersOfStacks } from "./own-numbers";
import { referElsewhere } from "./refers";
import { sameAmount } from "./scalars";
import { SECRET_MARK } from "../redact";
import { compareScripts } from "./scripts";
import { sameNames, sameText } from "./texts";
import { sameWiring } from "./wiring";

/** Compares two texts by what they mean and, where they are documents, by what they hold. */
export function compareTexts(subject: string, reference: string, site: Site, context: Context): readonly Draft[] {
  if (subject === reference) return NOTHING;
  const facts = context.catalogue.property(site.type, site.asked);
  if (isNoiseBetween(facts, subject, reference))
    return meansMoreThanNames(subject, reference, facts, site, context) ? changed(subject, reference, site) : NOTHING;
  if (facts.document === "literal" || choosesCodePath(subject, reference, site, context))
    return changed(subject, reference, site);
  // What the engine recorded, and what a document holds, is near at hand; what the resources of both stacks are called
  // has to be gathered first.
  if (sameNames(subject, reference, context) || sameWiring(subject, reference, site, context)) return NOTHING;
  if (bothMadeUp(subject, reference, site)) return NOTHING;
  const inJson = compareParsed(readJson, subject, reference, facts.document, site, context);
  if (inJson?.length === 0 || sameText(subject, reference, context)) return NOTHING;
  if (sameAmount(subject, reference, facts.document) || numbersOfStacks(subject, reference, facts, context))
    return NOTHING;
  const sameRange = context.ranges.same(subject, reference);
  if (sameRange !== undefined) return sameRange ? NOTHING : changed(subject, reference, site);
  if (sameButForOwnHosts(subject, reference, site, context)) return NOTHING;
  return (
    inJson ??
    compareDocuments(subject, reference, facts.document, site, context) ??
    changedText(subject, reference, site, context)
  );
}

/** What holds a secret is compared no further: the other side's may be one that nothing marks as such. */
function changedText(subject: string, reference: string, site: Site, context: Context): readonly Draft[] {
  if (!subject.includes(SECRET_MARK) && !reference.includes(SECRET_MARK)) return changed(subject, reference, site);
  context.onSecret();
  return NOTHING;
}

/** Whether two texts, though only called a name or a host, refer, ask or are spoken to in different ways. */
function meansMoreThanNames(
  subject: string,
  reference: string,
  facts: PropertyFacts,
  site: Site,
  context: Context,
): boolean {
  return (
    (!facts.secret &&
      (spokenToOtherwise(subject, reference) || onlyOneIsAddress(subject, reference)) &&
      !sameText(subject, reference, context)) ||
    (!facts.secret && asksForOther(subject, reference, context)) ||
    (!facts.secret && choosesAnother(subject, reference, site) && !sameText(subject, reference, context)) ||
    referElsewhere(subject, reference, facts, site, context)
  );
}

/** Whether two addresses, of stored data or at one host, ask for different things. */
function asksForOther(subject: string, reference: string, context: Context): boolean {
  const [own, other] = pathsAtOneHost(subject, reference) ?? [storedKey(subject), storedKey(reference)];
  return (
    own !== undefined && other !== undefined && !sameText(own, other, context) && !sameText(subject, reference, context)
  );
}

/** Other documents than JSON. */
function compareDocuments(
  subject: string,
  reference: string,
  kind: DocumentKind | undefined,
  site: Site,
  context: Context,
): readonly Draft[] | undefined {
  const inYaml = compareParsed(readYaml, subject, reference, kind, site, context);
  if (inYaml !== undefined) return inYaml;
  const [own, other] = [readBase64(subject), readBase64(reference)];
  if (own !== undefined && other !== undefined) return compareTexts(own, other, site, context);
  const [packed, packedThere] = [readPacked(subject), readPacked(reference)];
  if (packed !== undefined && packedThere !== undefined)
    // Nothing has looked for secrets in what is packed: where it differs, it is not shown unpacked.
    return compareTexts(packed, packedThere, site, context).length === 0 ? NOTHING : changed(subject, reference, site);
  return subject.includes("\n") || reference.includes("\n")
    ? compareScripts(subject, reference, site, context)
    : undefined;
}

/** Undefined where either text is no such document. */
function compareParsed(
  read: (text: string) => Value | undefined,
  subject: string,
  reference: string,
  kind: DocumentKind | undefined,
  site: Site,
  context: Context,
): readonly Draft[] | undefined {
  const own = read(subject);
  const other = own === undefined ? undefined : read(reference);
  if (own === undefined || other === undefined) return undefined;
  const within = documentKind(own, kind);
  const normal = within === "iam" ? normalPolicy : (document: Value) => document;
  return context.compare(normal(own), normal(other), site.as(within));
}

function documentKind(document: Value, kind: DocumentKind | undefined): DocumentKind {
  return kind ?? (isPolicyDocument(document) ? "iam" : "json");
}
