import type { StackIdentity } from "../../core/config";
import type { Environment } from "../../core/config/entries";
import { ReadError } from "../../core/errors";
import { PulumiCliError, runPulumi } from "../../sources/pulumi-cli";
import { stacksOfBackends } from "../audit/backend-stacks";
import type { Context } from "../command";
import { failedCheck, type Check, type CheckName } from "./check";
import { isOlder } from "./older";

/** What the Pulumi CLI answers; `stacks` is undefined where it could not say. */
export interface Backend {
  readonly checks: readonly Check[];
  readonly stacks: readonly StackIdentity[] | undefined;
}

const OLDEST_CLI = "3.150.0";

/** Asks the CLI for its version, who is logged in where, and which stacks there are. */
export async function checkBackend(
  { cwd, env }: Pick<Context, "cwd" | "env">,
  environments: readonly Environment[],
): Promise<Backend> {
  const ask = async (...args: readonly string[]) => (await runPulumi(args, { cwd, env })).toString("utf8").trim();
  const [version, login, stacks] = await Promise.all([
    attempt("pulumi", async () => versionCheck(await ask("version"))),
    attempt("login", async () => loginCheck(await ask("whoami", "--json"))),
    stacksOfBackends(environments, { cwd, env }).catch((error: unknown) => failedCheck("stacks", error, mendOf(error))),
  ]);
  // Without a CLI nothing else can be asked, and one line says so.
  if (version.state === "failed") return { checks: [version], stacks: undefined };
  if ("state" in stacks) return { checks: [version, login.state === "failed" ? login : stacks], stacks: undefined };
  return { checks: [version, login], stacks: stacks.map(({ stack }) => stack) };
}

async function attempt(check: CheckName, ask: () => Promise<Check>): Promise<Check> {
  try {
    return await ask();
  } catch (error) {
    const failed = failedCheck(check, error, mendOf(error));
    return error instanceof PulumiCliError ? { ...failed, message: error.what } : failed;
  }
}

function mendOf(error: unknown): string | undefined {
  return error instanceof PulumiCliError && error.mend !== "" ? error.mend : undefined;
}

function versionCheck(text: string): Check {
  const version = text.replace(/^v/, "");
  if (!isOlder(version, OLDEST_CLI)) return { check: "pulumi", state: "ok", message: version };
  const next = `use Pulumi ${OLDEST_CLI} or later: older ones are not tested`;
  return { check: "pulumi", state: "warning", message: version, next };
}

/** `{"user": "jane", "url": "https://app.pulumi.com/jane"}` */
function loginCheck(text: string): Check {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new ReadError("`pulumi whoami --json` did not answer with JSON");
  }
  const [user, url] = ["user", "url"].map((key) => String(Reflect.get(Object(answer), key) ?? "?"));
  return { check: "login", state: "ok", message: `${user ?? ""} at ${url ?? ""}` };
}
