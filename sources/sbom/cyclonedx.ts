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
  return document.bomFormat === "CycloneDX";
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

/** Components may hold components. */
function componentsIn(holder: RawMap, place: Place): readonly ListedComponent[] {
  return listAt(holder, "components", place).flatMap((entry, index) => {
    const here = inside(inside(place, "components"), index);
    if (!isRawMap(entry)) throw malformed(here, "an object");
    return [...listed(entry, here), ...componentsIn(entry, here)];
  });
}

/** A file is a part of a package, and no package: scanners list it by path, without a purl. */
function listed(entry: RawMap, place: Place): readonly ListedComponent[] {
  const purl = textAt(entry, "purl", place);
  if (purl === undefined && entry.type === "file") return [];
  const group = textAt(entry, "group", place);
  const name = textAt(entry, "name", place);
  if (name === undefined) throw malformed(inside(place, "name"), "a text");
  const label = group === undefined ? name : `${group}/${name}`;
  return [{ purl, label, version: textAt(entry, "version", place) }];
}
