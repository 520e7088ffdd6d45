/** A package's identity without its version, and the version by itself. */
export interface PackageIdentity {
  /** The purl without version, qualifiers and subpath, as the bill spells it: `pkg:npm/%40angular/core`. */
  readonly name: string;
  /** The same for every spelling of one package. */
  readonly key: string;
  /** `npm`, `deb`, `golang` */
  readonly ecosystem: string;
  readonly version: string | undefined;
  /** Which of several artifacts of one package and version: Maven's `linux-x86_64`. */
  readonly classifier: string | undefined;
}

/**
 * Reads a package URL (github.com/package-url/purl-spec) as leniently as generators write it: unencoded scopes and
 * versions, missing parts that a type asks for. Qualifiers and subpath say how and where a package was found, not which
 * it is; only an epoch is part of the version. Undefined where it is no package URL.
 */
export function parsePurl(purl: string): PackageIdentity | undefined {
  const [, type = "", path = "", query = ""] =
    /^pkg:\/*([A-Za-z][\w.+-]*)\/+([^?#]+)(?:\?([^#]*))?/.exec(purl.trim()) ?? [];
  const at = versionSign(path);
  const named = path.slice(0, at).replace(/\/+$/, "");
  if (named === "") return undefined;
  const ecosystem = type.toLowerCase();
  return {
    name: `pkg:${ecosystem}/${named}`,
    key: `${ecosystem}/${spelledAlike(decoded(named), ecosystem)}`,
    ecosystem,
    version: withEpoch(decoded(path.slice(at + 1)), qualifier(query, "epoch")),
    classifier: qualifier(query, "classifier"),
  };
}

/** Where the version's `@` is, else the end: one that begins a step is an npm scope that was not encoded. */
function versionSign(path: string): number {
  const at = path.lastIndexOf("@");
  return at > 0 && path[at - 1] !== "/" ? at : path.length;
}

/** Types whose registries compare names without regard to case, or whose scanners spell them in several. */
const CASELESS = /^(?:alpm|apk|bitbucket|composer|deb|generic|github|githubactions|golang|hex|nuget|pypi|swift)$/;

function spelledAlike(name: string, ecosystem: string): string {
  const cased = CASELESS.test(ecosystem) ? name.toLowerCase() : name;
  if (ecosystem === "pypi") return cased.replaceAll(/[-_.]+/g, "-");
  return ecosystem === "cargo" ? cased.replaceAll("_", "-") : cased;
}

function qualifier(query: string, key: string): string | undefined {
  const found = query.split("&").find((part) => part.startsWith(`${key}=`));
  const value = found === undefined ? "" : decoded(found.slice(key.length + 1));
  return value === "" ? undefined : value;
}

function withEpoch(version: string, epoch: string | undefined): string | undefined {
  if (version === "") return undefined;
  return epoch === undefined || epoch === "0" || version.startsWith(`${epoch}:`) ? version : `${epoch}:${version}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
