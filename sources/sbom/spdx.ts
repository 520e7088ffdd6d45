import { ReadError } from "../../core/errors";
import { inside, isRawMap, listAt, malformed, mapAt, member, textAt, textsAt } from "../state/shape";
import type { Place, Raw, RawMap } from "../state/shape";
import type { ListedComponent } from "./component";
import type { BillOfMaterials } from "./cyclonedx";

const KNOWN = new Set(["SPDX-2.2", "SPDX-2.3"]);

export function isSpdx(document: RawMap): boolean {
  return Object.hasOwn(document, "spdxVersion") || JSON.stringify(document["@context"] ?? "").includes("spdx");
}

/** SPDX JSON 2.2 and 2.3. What the document describes is the thing itself, not one of its components. */
export function readSpdx(document: RawMap, source: string): BillOfMaterials {
  const place = { source, path: "" };
  const version = textAt(document, "spdxVersion", place);
  if (version === undefined || !KNOWN.has(version))
    throw new ReadError(`${version ?? "SPDX 3 (JSON-LD)"} is not known here; write SPDX-2.3 or SPDX-2.2`, source);
  const described = describedBy(document, place);
  const packages = listAt(document, "packages", place).map((entry, index) =>
    packageAt(entry, inside(inside(place, "packages"), index)),
  );
  const parts = packages.filter((one) => !isNoPackage(one) && (one.id === undefined || !described.has(one.id)));
  const creation = mapAt(document, "creationInfo", place);
  return {
    components: parts.map(({ component }) => component),
    madeAt: creation && textAt(creation, "created", inside(place, "creationInfo")),
  };
}

/** A document that describes every package in it is a plain list, and then all of them count. */
function describedBy(document: RawMap, place: Place): ReadonlySet<string> {
  const direct = textsAt(document, "documentDescribes", place);
  const related = listAt(document, "relationships", place).flatMap(describedIn);
  const described = new Set([...direct, ...related]);
  return described.size < listAt(document, "packages", place).length ? described : new Set();
}

function describedIn(relationship: Raw): readonly string[] {
  if (!isRawMap(relationship) || relationship.relationshipType !== "DESCRIBES") return [];
  const element = relationship.relatedSpdxElement;
  return typeof element === "string" ? [element] : [];
}

interface Package {
  readonly id: string | undefined;
  readonly component: ListedComponent;
  /** `OPERATING-SYSTEM`, `FILE` */
  readonly purpose: string;
}

function packageAt(entry: Raw, place: Place): Package {
  if (!isRawMap(entry)) throw malformed(place, "an object");
  const purl = purlIn(entry, place);
  const label = textAt(entry, "name", place) ?? purl;
  if (label === undefined) throw malformed(inside(place, "name"), "a text");
  const component = { purl, label, version: stated(textAt(entry, "versionInfo", place)) };
  const purpose = textAt(entry, "primaryPackagePurpose", place) ?? "";
  return { id: textAt(entry, "SPDXID", place), component, purpose };
}

function stated(text: string | undefined): string | undefined {
  return text === "NOASSERTION" || text === "NONE" ? undefined : text;
}

/** Scanners list these beside the packages: what they are made of, and the lock files in which they were found. */
function isNoPackage({ component, purpose }: Package): boolean {
  if (component.purl !== undefined) return false;
  return ["FILE", "SOURCE"].includes(purpose) || (purpose === "APPLICATION" && component.version === undefined);
}

function purlIn(entry: RawMap, place: Place): string | undefined {
  const references = listAt(entry, "externalRefs", place).filter(isRawMap);
  const purl = references.find((reference) => /(?:^|\/)purl$/.test(String(member(reference, "referenceType"))));
  return purl && textAt(purl, "referenceLocator", inside(place, "externalRefs"));
}
