import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { preparedFor } from "../../scripts/release/prepare";

const ROOT = resolve(__dirname, "../..");
const CHANGELOG = "# Changelog\n\n## Unreleased\n\n- A new thing.\n\n## 0.1.0\n\n- The first.\n";
const MANIFEST = '{\n  "name": "x",\n  "version": "0.1.0"\n}\n';
const files = { manifest: MANIFEST, changelog: CHANGELOG };

describe("a release", () => {
  it("moves the version, and gives what is unreleased its number", () => {
    const { manifest, changelog } = preparedFor("0.2.0", files);
    assert.equal(manifest, MANIFEST.replace("0.1.0", "0.2.0"));
    assert.equal(changelog, CHANGELOG.replace("Unreleased", "0.2.0"));
  });

  for (const [version, changelog, message] of [
    ["0.2", CHANGELOG, /no version/],
    ["0.1.0", CHANGELOG, /does not come after 0\.1\.0/],
    ["0.0.9", CHANGELOG, /does not come after/],
    ["0.2.0", CHANGELOG.replace("- A new thing.\n", ""), /says nothing under/],
    ["0.2.0", CHANGELOG.replace("## Unreleased\n\n- A new thing.\n", ""), /says nothing under/],
  ] as const)
    it(`is refused for ${version}: ${message.source}`, () => {
      assert.throws(() => preparedFor(version, { ...files, changelog }), message);
    });

  it("commits and tags, in a repository of its own", function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), "parity-release-"));
    for (const part of ["scripts/release", "tsconfig.json"])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, ".gitignore"), "node_modules\nbin\n");
    writeFileSync(join(folder, "package.json"), MANIFEST);
    writeFileSync(join(folder, "CHANGELOG.md"), CHANGELOG);
    mkdirSync(join(folder, "bin"));
    writeFileSync(join(folder, "bin/npm"), "#!/bin/sh\n");
    chmodSync(join(folder, "bin/npm"), 0o755);
    const identity = ["user.name", "user.email", "commit.gpgsign"].flatMap((key, at) => [
      "-c",
      `${key}=${["x", "x@example.com", "false"][at] ?? ""}`,
    ]);
    const env = {
      ...process.env,
      PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
      GIT_AUTHOR_NAME: "x",
      GIT_AUTHOR_EMAIL: "x@example.com",
      GIT_COMMITTER_NAME: "x",
      GIT_COMMITTER_EMAIL: "x@example.com",
    };
    const run = (command: string, ...args: readonly string[]) =>
      spawnSync(command, args, { cwd: folder, encoding: "utf8", env });
    run("git", "init", "--quiet");
    run("git", "add", "--all");
    run("git", ...identity, "commit", "--quiet", "--message", "begin");
    const release = () =>
      run(process.execPath, "-r", "ts-node/register/transpile-only", "scripts/release/main.ts", "0.2.0");
    const { status, stdout, stderr } = release();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /tagged v0\.2\.0/);
    assert.equal(run("git", "tag").stdout.trim(), "v0.2.0");
    assert.equal(run("git", "status", "--porcelain").stdout, "");
    assert.match(readFileSync(join(folder, "package.json"), "utf8"), /"0\.2\.0"/);
    const again = release();
    assert.equal(again.status, 1);
    assert.match(again.stderr, /^release: the tag v0\.2\.0 is there already\n$/);
  });
});
