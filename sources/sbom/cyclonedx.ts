import { ReadError } from "../../core/errors";
import { inside, isRawMap, listAt, malformed, mapAt, textAt } from "../state/shape";
import type { Place, RawMap } from "../state/shape";
import type { ListedComponent } from "./component";

/** What both formats are read into. `madeAt`: ISO 8601. */
export interface BillOfMaterials {
  readonly components: readonly ListedComponent[];
  readonly madeAt: string | undefined;
}

export function isCycloneDx(document: RawMap): boolean {
  return document.bomFormat === "CycloneDX" || String(document.$schema).includes("cyclonedx.org");
}

/** CycloneDX JSON 1.2 and newer 1.x. What the bill is of (`metadata.component`) is no component of itself. */
export function readCycloneDx(document: RawMap, source: string): BillOfMaterials {
  const place = { source, path: "" };
  checkVersion(textAt(document, "specVersion", place), source);
  const metadata = mapAt(document, "metadata", place);
  return {
    components: componentsIn(document, place),
    madeAt: metadata && textAt(metadata, "timestamp", inside(place, "metadata")),
  };
}

function checkVersion(version: string | undefined, source: string): void {
  const minor = /^1\.(\d+)$/.exec(version ?? "")?.[1];
  if (minor !== undefined && Number(minor) >= 2) return;
  throw new ReadError(
    `CycloneDX ${version ?? "of no stated version"} is not known here; 1.2 and newer 1.x are`,
    source,
  );
}

const DEEPEST = 100;

/** Components may hold components. */
function componentsIn(holder: RawMap, place: Place, depth = 0): readonly ListedComponent[] {
  if (depth > DEEPEST) throw new ReadError(`components are nested more than ${String(DEEPEST)} deep`, place.source);
  return listAt(holder, "components", place).flatMap((entry, index) => {
    const here = inside(inside(place, "components"), index);
    if (!isRawMap(entry)) throw malformed(here, "an object");
    return [...listed(entry, here), ...componentsIn(entry, here, depth + 1)];
  });
}

/** Scanners list these beside the packages, without a purl: what a package is made of, and what it works with. */
const NO_PACKAGES = new Set(["file", "data", "cryptographic-asset", "machine-learning-model"]);

function listed(entry: RawMap, place: Place): readonly ListedComponent[] {
  const purl = textAt(entry, "purl", place);
  const version = textAt(entry, "version", place);
  const type = textAt(entry, "type", place);
  if (purl === undefined && isNoPackage(type, version)) return [];
  return [{ purl, label: labelOf(entry, purl, place), version }];
}

/** An application without a version is a lock file or a folder in which packages were found. */
function isNoPackage(type = "", version?: string): boolean {
  return NO_PACKAGES.has(type) || (type === "application" && version === undefined);
}

/** What has a purl needs no name. */
function labelOf(entry: RawMap, purl: string | undefined, place: Place): string {
  const name = textAt(entry, "name", place) ?? purl;
  if (name === undefined) throw malformed(inside(place, "name"), "a text");
  const group = textAt(entry, "group", place);
  return group === undefined ? name : `${group}/${name}`;
}
