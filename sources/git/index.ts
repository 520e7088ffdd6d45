import { execFile } from "node:child_process";

/** What git says of a program's folder. */
export interface GitFacts {
  readonly commit: string;
  readonly dirty: boolean;
  readonly author: string | undefined;
  /** URL of `origin`, without user and password. */
  readonly repository: string | undefined;
}

/** How one commit stands to another; `unknown` where this clone does not have both. */
export type CommitRelation = "same" | "ahead" | "behind" | "diverged" | "unknown";

const TIMEOUT_MS = 10_000;
const SHA = /^[0-9a-f]{7,64}$/;

/** Undefined where the folder is in no repository, or there is no git. */
export async function gitFacts(folder: string): Promise<GitFacts | undefined> {
  const commit = await git(folder, ["rev-parse", "--verify", "HEAD"]);
  if (commit === undefined || !SHA.test(commit)) return undefined;
  const [status, author, remote] = await Promise.all([
    git(folder, ["status", "--porcelain", "--untracked-files=no", "--", "."]),
    git(folder, ["show", "-s", "--format=%an <%ae>", "HEAD"]),
    git(folder, ["config", "--get", "remote.origin.url"]),
  ]);
  const repository = remote === undefined || remote === "" ? undefined : withoutLogin(remote);
  return { commit, dirty: status !== undefined && status !== "", author, repository };
}

/**
 * How `commit` stands to `other` in the repository of this folder. `same` also where nothing in the folder differs
 * between them: in a repository of many programs most commits are about another one.
 */
export async function commitRelation(folder: string, commit: string, other: string): Promise<CommitRelation> {
  if (!SHA.test(commit) || !SHA.test(other)) return "unknown";
  if (commit === other) return "same";
  if ((await git(folder, ["diff", "--name-only", "--no-ext-diff", commit, other, "--", "."])) === "") return "same";
  const base = await git(folder, ["merge-base", commit, other]);
  if (base === undefined || base === "") return "unknown";
  if (base.startsWith(other) || other.startsWith(base)) return "ahead";
  return base.startsWith(commit) || commit.startsWith(base) ? "behind" : "diverged";
}

function withoutLogin(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^@/]*@/i, "$1");
}

/** Without a shell, without prompts, and without the hooks and helpers that a repository's configuration could start. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  const safe = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "--no-optional-locks"];
  const env = { ...process.env, GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
  return new Promise((resolve) => {
    execFile("git", [...safe, ...args], { cwd: folder, env, timeout: TIMEOUT_MS }, (error, stdout) => {
      resolve(error === null ? stdout.trim() : undefined);
    });
  });
}
