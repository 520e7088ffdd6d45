import { createCatalogue } from "../../catalogue";
import { adHocPair, completeSettings, type ParityConfig, type ResolvedPair } from "../../core/config";
import { UsageError } from "../../core/errors";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import type { ParityPolicy } from "../../core/policy";
import { walk, type PairSettings, type Walked } from "../../core/walk";
import { withEvidence } from "../../sources/evidence";
import { configOf } from "../audit/config";
import { withConfiguration } from "../audit/configuration";
import { identityOf } from "../audit/judge-pair";
import { programsBy } from "../audit/program-of";
import { readSide } from "../audit/read";
import type { Context, Input, OptionDefinition } from "../command";
import { allPolicies } from "./own-policies";

/** Two stacks, compared and judged, with everything that went into it. */
export interface WalkedPair {
  readonly config: ParityConfig;
  readonly pair: ResolvedPair;
  readonly settings: PairSettings;
  readonly policies: readonly ParityPolicy[];
  readonly walked: Walked;
}

/** Options by which a command is told which two stacks are meant. */
export const PAIR_OPTIONS: readonly OptionDefinition[] = [
  { flags: "--subject <stack>", description: "the stack that is judged: a file, or stack:[org/project/]name" },
  { flags: "--reference <stack>", description: "what it is judged against, likewise" },
];

/** Reads, compares and judges the two stacks that were named, as the audit does. Throws UsageError and ReadError. */
export async function walkPair(
  context: Context,
  input: Input,
  config = configFrom(context, input),
): Promise<WalkedPair> {
  const [subjectName, referenceName] = [input.text("subject"), input.text("reference")];
  if (subjectName === undefined || referenceName === undefined)
    throw new UsageError(`${subjectName === undefined ? "--subject" : "--reference"} is missing: name the two stacks`);
  const [subject, reference] = await Promise.all([readSide(subjectName, context), readSide(referenceName, context)]);
  return walkNamed({ subject, reference }, config, context);
}

/** The same of two stacks that were read. */
export function walkNamed(
  { subject, reference }: Sides<Stack>,
  config: ParityConfig,
  context: Pick<Context, "cwd" | "now">,
): WalkedPair {
  const pair = adHocPair(config, identityOf(subject), identityOf(reference));
  const configured = withConfiguration({ subject, reference }, programsBy(config, context.cwd));
  const stacks = withEvidence(configured, pair.evidence, context.now);
  const settings = completeSettings(pair, { catalogue: createCatalogue(config.catalogue), before: undefined });
  const policies = allPolicies(config);
  const walked = walk(stacks.subject, stacks.reference, settings, policies, context.now);
  return { config, pair, settings, policies, walked };
}

export function configFrom(context: Context, input: Input): ParityConfig {
  return configOf({ config: input.text("config"), preset: undefined }, context);
}
