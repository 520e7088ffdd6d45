/** Makes a release, as far as this checkout: `npm run release -- 0.2.0`. Pushing and publishing are left to a person. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { preparedFor } from "./prepare";

const git = (...args: readonly string[]) => execFileSync("git", args, { encoding: "utf8" }).trim();

function release(version: string): void {
  if (git("status", "--porcelain") !== "") throw new Error("the tree is not clean; commit or stash first");
  if (git("tag", "--list", `v${version}`) !== "") throw new Error(`the tag v${version} is there already`);
  const files = { manifest: readFileSync("package.json", "utf8"), changelog: readFileSync("CHANGELOG.md", "utf8") };
  const { manifest, changelog } = preparedFor(version, files);
  writeFileSync("package.json", manifest);
  writeFileSync("CHANGELOG.md", changelog);
  execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts", "--silent"], { stdio: "inherit" });
  git("commit", "--all", "--quiet", "--message", `Release ${version}`);
  git("tag", "--annotate", `v${version}`, "--message", `Release ${version}`);
  console.log(`Committed and tagged v${version}. Then, when CI has passed it:
  git push --follow-tags
  npm publish`);
}

try {
  release(process.argv[2] ?? "");
} catch (error) {
  console.error(`release: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
