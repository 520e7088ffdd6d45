import type { VersionFacts } from "../../../core/model/catalogue";
import { byApk, byDeb, byRpm } from "./distributions";
import { byPep440 } from "./pep440";
import { bySemver } from "./semver";
import { byGem, byWords } from "./words";
import type { Order } from "./words";

/** How each ecosystem orders the versions of its packages; all others by numbers and words. */
const SCHEMES: Readonly<Record<string, (version: string) => Order | undefined>> = {
  apk: byApk,
  cargo: bySemver,
  deb: byDeb,
  gem: byGem,
  golang: bySemver,
  hex: bySemver,
  npm: bySemver,
  nuget: bySemver,
  pub: bySemver,
  pypi: byPep440,
  rpm: byRpm,
  swift: bySemver,
};

/** An epoch outweighs every number. */
const EPOCH = 1_000_000;

/** A package's version by its ecosystem's own order; undefined for a commit, a branch, and what else counts nothing. */
export function packageVersionFacts(ecosystem: string, version: string): VersionFacts | undefined {
  if (!/\d/.test(version) || isCommit(version)) return undefined;
  const scheme = Object.hasOwn(SCHEMES, ecosystem) ? SCHEMES[ecosystem] : undefined;
  const order = (scheme ?? byWords)(version);
  const [, epoch = "0", numbers = ""] = /^(?:(\d+)[:!])?\D*(\d+(?:\.\d+)*)/.exec(version) ?? [];
  const [major = 0, ...others] = numbers.split(".").map(Number);
  return {
    product: "",
    parts: [Number(epoch) * EPOCH + major, ...others].slice(0, 3),
    ...(order !== undefined && { order }),
    rest: /\+(.+)$/.exec(version)?.[1] ?? "",
    endOfLife: undefined,
  };
}

function isCommit(version: string): boolean {
  return /^[0-9a-f]{7,40}$/i.test(version) && /[a-f]/i.test(version);
}
