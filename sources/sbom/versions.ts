import { isMap } from "../../core/model/value";
import type { ValueMap } from "../../core/model/value";
import { valueMap } from "../evidence/value-map";

/**
 * The versions of one component as properties: the highest is `version`, further ones stand in `otherVersions` by
 * their release line (`otherVersions["3"]`), so that a change within a line is one change.
 */
export function versionProperties(versions: readonly string[]): ValueMap {
  const [highest, ...others] = sortedDescending(versions);
  return versionsOnto(highest, byLine(others));
}

/** The same properties from what has been decided already. */
export function versionsOnto(version: string | undefined, others: ReadonlyMap<string, string>): ValueMap {
  return valueMap([
    ...(version === undefined ? [] : [["version", version] as const]),
    ...(others.size === 0 ? [] : [["otherVersions", valueMap(others)] as const]),
  ]);
}

/** Every version that the properties hold. */
export function versionsOf(inputs: ValueMap): readonly string[] {
  const others = inputs.otherVersions;
  const all = [inputs.version, ...(isMap(others) ? Object.values(others) : [])];
  return all.filter((version) => typeof version === "string");
}

export function sortedDescending(versions: readonly string[]): readonly string[] {
  return [...versions].sort((a, b) => compareVersions(b, a));
}

/** Number by number, letters between them as text; a total order, which is all that is asked of it. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a.match(/\d+|\D+/g) ?? [], b.match(/\d+|\D+/g) ?? []];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = compareParts(left[at] ?? "", right[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}

function compareParts(a: string, b: string): number {
  const [left, right] = [Number(a), Number(b)];
  if (a !== "" && b !== "" && !Number.isNaN(left) && !Number.isNaN(right)) return left - right;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `3` for 3.10.1, `0.8` for 0.8.4: within a line, versions are meant to replace one another. */
export function releaseLine(version: string): string {
  return /^[vV]?(0\.\d+|[1-9]\d*)/.exec(version)?.[1] ?? version;
}

function byLine(versions: readonly string[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const version of versions) lines.set(lines.has(releaseLine(version)) ? version : releaseLine(version), version);
  return lines;
}
