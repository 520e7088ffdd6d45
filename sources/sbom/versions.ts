const BETWEEN = ", ";

/** Several versions of one component, as its one property `version` holds them: `1.4.0, 2.0.1`. */
export function joinVersions(versions: readonly string[]): string | undefined {
  return versions.length === 0 ? undefined : versions.join(BETWEEN);
}

/** Every version that the property holds. */
export function splitVersions(version: unknown): readonly string[] {
  return typeof version === "string" ? version.split(BETWEEN) : [];
}

/** The same for two spellings of one version: scanners leave out Go's `v` and `+incompatible`, and an epoch of 0. */
export function versionKey(version: string): string {
  return version.replace(/^(?:v(?=\d)|0:)/, "").replace(/\+incompatible$/, "");
}

/** From the lowest to the highest. */
export function sortedVersions(versions: readonly string[]): readonly string[] {
  return [...versions].sort(compareVersions);
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
