import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitRelation, gitFacts } from "../../sources/git";

function repository() {
  const folder = mkdtempSync(join(tmpdir(), "parity-git-"));
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  git("init", "--quiet");
  const commit = (text: string) => {
    writeFileSync(join(folder, "file"), text);
    git("add", "file");
    git("commit", "--quiet", "--message", text);
    return git("rev-parse", "HEAD").trim();
  };
  return { folder, git, commit };
}

describe("git in the program's folder", () => {
  it("tells commit, author, repository and what is not committed", async () => {
    const { folder, git, commit } = repository();
    const head = commit("one");
    git("remote", "add", "origin", "https://user:token@example.com/shop.git");
    const facts = { commit: head, author: "Ada <ada@example.com>", repository: "https://example.com/shop.git" };
    assert.deepEqual(await gitFacts(folder), { ...facts, dirty: false });
    writeFileSync(join(folder, "file"), "changed");
    assert.deepEqual(await gitFacts(folder), { ...facts, dirty: true });
  });

  it("knows nothing outside of a repository, nor before the first commit", async () => {
    assert.equal(await gitFacts(mkdtempSync(join(tmpdir(), "parity-no-git-"))), undefined);
    assert.equal(await gitFacts(repository().folder), undefined);
  });

  it("tells how two commits stand to each other", async () => {
    const { folder, git, commit } = repository();
    const [one, two] = [commit("one"), commit("two")];
    git("checkout", "--quiet", "-b", "other", one);
    const aside = commit("aside");
    const relation = (commit: string, other: string) => commitRelation(folder, commit, other);
    assert.deepEqual(
      [await relation(two, two), await relation(two, one), await relation(one, two), await relation(aside, two)],
      ["same", "ahead", "behind", "diverged"],
    );
    assert.equal(await relation(two, "0".repeat(40)), "unknown");
    assert.equal(await relation(two, "--upload-pack=x"), "unknown");
  });

  it("takes two commits for the same where nothing in the program's folder differs", async () => {
    const { folder, git, commit } = repository();
    const program = join(folder, "program");
    mkdirSync(program);
    writeFileSync(join(program, "index.ts"), "one");
    git("add", "program");
    const [one, two] = [commit("one"), commit("two")];
    assert.equal(await commitRelation(program, one, two), "same");
    assert.equal(await commitRelation(folder, one, two), "behind");
  });

  it("starts nothing that the repository's configuration names", async () => {
    const { folder, git, commit } = repository();
    commit("one");
    git("config", "core.fsmonitor", "touch started; false");
    await gitFacts(folder);
    assert.ok(!existsSync(join(folder, "started")));
  });
});
