import { UsageError } from "../../core/errors";
import { FORMATS, type Format } from "../../reporters";
import { oneOf, unknownChoice } from "../choice";
import type { Input } from "../command";

const FAIL_ON = ["advisory", "mandatory", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What an audit is asked to do, checked. */
export interface AuditRequest {
  readonly what: OnePair | AllPairs;
  readonly config: string | undefined;
  readonly preset: string | undefined;
  readonly formats: readonly [Format, ...Format[]];
  /** Folder for the formats' files; undefined: stdout. */
  readonly out: string | undefined;
  readonly failOn: FailOn;
  /** The policies to report, as they were typed; empty: all. */
  readonly only: readonly string[];
  /** The subject's own earlier state, for what is new and what is fixed. */
  readonly before: string | undefined;
  /** A preset that might take the place of the one that judges, to name what that would change. */
  readonly also: string | undefined;
  /** parity.yaml as it was, to name what a change to it loosens. */
  readonly configBefore: string | undefined;
  /** Files of `parity history`, for the trend. */
  readonly histories: readonly string[];
  readonly showAll: boolean;
}

export interface OnePair {
  readonly kind: "pair";
  readonly subject: string;
  readonly reference: string;
}

export interface AllPairs {
  readonly kind: "all";
  /** Folder of exports; undefined: what the Pulumi CLI lists. */
  readonly states: string | undefined;
}

/** Throws UsageError with what to type instead. */
export function auditRequest(input: Input): AuditRequest {
  const formats = formatsOf(input.text("format") ?? "terminal");
  const out = input.text("out");
  if (formats.length > 1 && out === undefined)
    throw new UsageError(`${formats.length} formats cannot share stdout; name a folder for their files with --out DIR`);
  return {
    what: whatOf(input),
    config: input.text("config"),
    preset: input.text("preset"),
    formats,
    out,
    failOn: oneOf(input.text("fail-on") ?? "mandatory", FAIL_ON, "--fail-on"),
    only: input.list("only").flatMap((text) => text.split(",").map((name) => name.trim())),
    before: input.text("before"),
    also: input.text("also"),
    configBefore: input.text("config-before"),
    histories: input.list("history"),
    showAll: input.flag("show-all"),
  };
}

function whatOf(input: Input): OnePair | AllPairs {
  const subject = input.text("subject");
  const reference = input.text("reference");
  if (input.flag("all")) {
    if (subject !== undefined || reference !== undefined)
      throw new UsageError("--all takes its pairs from parity.yaml; leave --subject and --reference out");
    return { kind: "all", states: input.text("states") };
  }
  if (subject === undefined || reference === undefined)
    throw new UsageError(
      `${subject === undefined ? "--subject" : "--reference"} is missing: name two stacks, or use --all`,
    );
  return { kind: "pair", subject, reference };
}

function formatsOf(text: string): readonly [Format, ...Format[]] {
  const [first, ...rest] = [...new Set(text.split(",").map((name) => name.trim()))].map((name) =>
    oneOf(name, FORMATS, "--format"),
  );
  if (first === undefined) throw new UsageError("--format names no format");
  return [first, ...rest];
}

/** The policies that `--only` means, built-in ones and a team's own alike. Throws UsageError for one that is not there. */
export function policiesOf(asked: readonly string[], names: readonly string[]): readonly string[] {
  return asked.map((text) => {
    const known = names.find((policy) => policy === text || shortName(policy) === text);
    if (known === undefined) throw unknownChoice(text, names.map(shortName), "--only");
    return known;
  });
}

/** `capacity` for `capacity-parity`: what people type. */
function shortName(policy: string): string {
  return policy.replace(/-parity$/, "");
}
