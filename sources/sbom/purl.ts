import { PackageURL } from "packageurl-js";

/** A package's identity without its version, and the version by itself. */
export interface PackageIdentity {
  /** `pkg:npm/%40angular/core` */
  readonly name: string;
  /** `npm`, `deb`, `golang` */
  readonly ecosystem: string;
  readonly version: string | undefined;
}

/**
 * Reads a package URL. Qualifiers and subpath say how and where a package was found, not which it is; only a
 * classifier makes another artifact of it, and an epoch is part of the version. Undefined where it is no package URL.
 */
export function parsePurl(purl: string): PackageIdentity | undefined {
  const url = tryParse(purl.split("#", 1)[0] ?? purl);
  if (url === undefined) return undefined;
  const classifier = url.qualifiers?.classifier;
  const qualifiers = classifier === undefined ? undefined : { classifier };
  return {
    name: new PackageURL(url.type, url.namespace, url.name, undefined, qualifiers, undefined).toString(),
    ecosystem: url.type,
    version: withEpoch(url.version ?? undefined, url.qualifiers?.epoch),
  };
}

/** Of two spellings of one package this is the same: some ecosystems compare names without regard to case. */
export function spellingKey(name: string): string {
  return /^pkg:(?:golang|generic|nuget|swift)\//.test(name) ? name.toLowerCase() : name;
}

function tryParse(text: string): PackageURL | undefined {
  try {
    return PackageURL.fromString(text);
  } catch {
    return undefined;
  }
}

function withEpoch(version: string | undefined, epoch: string | undefined): string | undefined {
  const counts = version !== undefined && epoch !== undefined && epoch !== "0" && !version.startsWith(`${epoch}:`);
  return counts ? `${epoch}:${version}` : version;
}
