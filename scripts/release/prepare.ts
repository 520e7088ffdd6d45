/** The files that a release changes, as text. */
export interface ReleaseFiles {
  /** package.json */
  readonly manifest: string;
  /** CHANGELOG.md */
  readonly changelog: string;
}

const VERSION = /^\d+\.\d+\.\d+$/;
const UNRELEASED = "## Unreleased";

/** The same files for a new version; throws where it may not be made, with what to do. */
export function preparedFor(version: string, { manifest, changelog }: ReleaseFiles): ReleaseFiles {
  if (!VERSION.test(version)) throw new Error(`${version} is no version; write one such as 1.2.0`);
  const before = /"version": "([^"]+)"/.exec(manifest)?.[1] ?? "";
  if (!isNewer(version, before)) throw new Error(`${version} does not come after ${before}`);
  const news = newsOf(changelog);
  if (news === "") throw new Error(`CHANGELOG.md says nothing under "${UNRELEASED}"; write what is new first`);
  return {
    manifest: manifest.replace(`"version": "${before}"`, `"version": "${version}"`),
    changelog: changelog.replace(UNRELEASED, `## ${version}`),
  };
}

/** What stands between the heading of what is unreleased and the next one. */
function newsOf(changelog: string): string {
  const [, after = ""] = changelog.split(`${UNRELEASED}\n`);
  return (after.split(/^## /m)[0] ?? "").trim();
}

function isNewer(version: string, before: string): boolean {
  const [own, other] = [version, before].map((text) => text.split(".").map(Number));
  const at = own?.findIndex((number, index) => number !== other?.[index]) ?? -1;
  return at >= 0 && (own?.[at] ?? 0) > (other?.[at] ?? 0);
}
