import { ReadError } from "../../core/errors";

/** Why a `pulumi` command failed, as far as its stderr tells. */
export const CLI_FAILURES = [
  "notInstalled",
  "noStack",
  "notLoggedIn",
  "denied",
  "passphrase",
  "unreachable",
  "timeout",
  "tooLarge",
  "failed",
] as const;
export type CliFailure = (typeof CLI_FAILURES)[number];

/** A `pulumi` command that failed; the message is one line and says how to mend it. */
export class PulumiCliError extends ReadError {
  /** The second half of the message; empty where nobody can tell. */
  readonly mend: string;
  constructor(
    readonly failure: CliFailure,
    /** The first half of the message. */
    readonly what: string,
  ) {
    const mend = MENDS[failure];
    super(mend === "" ? what : `${what}; ${mend}`);
    this.mend = mend;
  }

  static notStarted(error: Error): PulumiCliError {
    if (Reflect.get(error, "code") === "ENOENT")
      return new PulumiCliError("notInstalled", "there is no `pulumi` on PATH");
    return new PulumiCliError("failed", `\`pulumi\` cannot be started: ${error.message}`);
  }

  static timeout(args: readonly string[], milliseconds: number): PulumiCliError {
    return new PulumiCliError("timeout", `\`${commandOf(args)}\` gave no answer in ${milliseconds / 1000} s`);
  }

  static tooLarge(args: readonly string[], bytes: number): PulumiCliError {
    return new PulumiCliError("tooLarge", `\`${commandOf(args)}\` gave more than ${bytes / 1024 / 1024} MB`);
  }
}

const MENDS: Readonly<Record<CliFailure, string>> = {
  notInstalled: "install the Pulumi CLI, or give the reference as a snapshot",
  noStack: "deploy it first, or correct its name in parity.yaml",
  notLoggedIn: "run `pulumi login` or set PULUMI_ACCESS_TOKEN, or give the reference as a snapshot",
  denied: "ask for read access to that stack, or give the reference as a snapshot",
  passphrase: "set PULUMI_CONFIG_PASSPHRASE, or give the reference as a snapshot",
  unreachable: "check the backend's URL and the network, or give the reference as a snapshot",
  timeout: "try again, or give the reference as a snapshot",
  tooLarge: "give the reference as a snapshot",
  failed: "",
};

/** What the CLI says, newest wording first. Sources: pulumi/pulumi, pkg/cmd/pulumi, pkg/backend, pkg/secrets. */
const WORDINGS: readonly (readonly [RegExp, CliFailure])[] = [
  [/no stack named|stack '.*' not found|\[404\]/i, "noStack"],
  [/passphrase must be set|incorrect passphrase|PULUMI_CONFIG_PASSPHRASE/i, "passphrase"],
  [/not logged in|pulumi login|PULUMI_ACCESS_TOKEN|invalid access token|\[401\]/i, "notLoggedIn"],
  [/\[403\]|forbidden|access ?denied|permission denied|not authorized/i, "denied"],
  [
    /no such host|connection refused|network is unreachable|i\/o timeout|unable to (open|check) .*bucket|dial tcp/i,
    "unreachable",
  ],
];

/** Turns what the CLI wrote to stderr into an error with its kind. */
export function cliFailure(args: readonly string[], stderr: string): PulumiCliError {
  const failure = WORDINGS.find(([wording]) => wording.test(stderr))?.[1] ?? "failed";
  return new PulumiCliError(failure, `\`${commandOf(args)}\` failed: ${decisiveLine(stderr)}`);
}

function commandOf(args: readonly string[]): string {
  return ["pulumi", ...args].join(" ");
}

const LONGEST = 300;

function decisiveLine(stderr: string): string {
  const lines = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const line = lines.find((candidate) => candidate.startsWith("error:")) ?? lines.at(-1) ?? "it gave no reason";
  return line.replace(/^error:\s*/, "").slice(0, LONGEST);
}
