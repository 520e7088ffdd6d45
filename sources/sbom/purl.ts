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
  const whole = purl.split("#", 1)[0] ?? purl;
  const url = tryParse(whole) ?? parseLeniently(whole);
  if (url === undefined) return undefined;
  const classifier = url.qualifiers?.classifier;
  const qualifiers = classifier === undefined ? undefined : { classifier };
  return {
    name: new PackageURL(url.type, url.namespace, url.name, undefined, qualifiers, undefined).toString(),
    ecosystem: url.type,
    version: withEpoch(url.version ?? undefined, url.qualifiers?.epoch),
  };
}

/** Scanners write versions that the specification does not allow, Go's `v0.1` among them: what the package is stands. */
function parseLeniently(
  purl: string,
): Pick<PackageURL, "type" | "namespace" | "name" | "version" | "qualifiers"> | undefined {
  const [path = "", query] = purl.split("?", 2);
  const at = path.lastIndexOf("@");
  if (at <= path.lastIndexOf("/")) return undefined;
  const url = tryParse(query === undefined ? path.slice(0, at) : `${path.slice(0, at)}?${query}`);
  if (url === undefined) return undefined;
  const { type, namespace, name, qualifiers } = url;
  return { type, namespace, name, qualifiers, version: decoded(path.slice(at + 1)) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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
