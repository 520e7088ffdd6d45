import { resolve } from "node:path";
import { createCatalogue } from "../../catalogue";
import type { ParityConfig } from "../../core/config";
import { policies } from "../../policies/list";
import { loadParityConfig, presetConfig } from "../../sources/parity-yaml";
import { exitCode } from "../audit/exit-code";
import { judgePair, pairOf } from "../audit/judge-pair";
import { writeReport } from "../audit/output";
import { readSide } from "../audit/read";
import { auditRequest, type AuditRequest, type OnePair } from "../audit/request";
import type { CommandDefinition, Context, Input } from "../command";

/** Compares two stacks, or all that parity.yaml names, and reports. */
export const auditCommand: CommandDefinition = {
  name: "audit",
  options: [
    { flags: "--subject <stack>", description: "the stack that is judged: a file, or stack:[org/project/]name" },
    { flags: "--reference <stack>", description: "what it is judged against, likewise" },
    { flags: "--all", description: "every pair that parity.yaml names" },
    { flags: "--config <file>", description: "this parity.yaml" },
    { flags: "--preset <name>", description: "judge by strict, standard or relaxed alone" },
    { flags: "--format <list>", description: "terminal, json", default: "terminal" },
    { flags: "--out <folder>", description: "write each format to a file in this folder" },
    { flags: "--fail-on <level>", description: "advisory, mandatory or never", default: "mandatory" },
    { flags: "--only <policy>", description: "report only this policy (repeatable)", repeatable: true },
    { flags: "--before <file>", description: "the subject's earlier state: tells what is new and what is fixed" },
    { flags: "--show-all", description: "shorten no list" },
  ],
  run: (context, input) => Promise.resolve(audit(context, input)),
};

function audit(context: Context, input: Input): number {
  const request = auditRequest(input);
  if (request.what.kind === "all") throw new Error("--all");
  const report = auditPair(request, request.what, context);
  writeReport(report, request, context);
  return exitCode([report], request.failOn);
}

function auditPair(request: AuditRequest, what: OnePair, context: Context) {
  const subject = readSide(what.subject, context.cwd);
  const reference = readSide(what.reference, context.cwd);
  const before = request.before === undefined ? undefined : readSide(request.before, context.cwd);
  const config = configOf(request, context);
  const catalogue = createCatalogue();
  const { only } = request;
  return judgePair(
    { catalogue, policies, only, now: context.now },
    pairOf(config, subject, reference),
    subject,
    reference,
    before,
  );
}

function configOf({ config, preset }: AuditRequest, { cwd, env }: Context): ParityConfig | undefined {
  try {
    if (preset !== undefined && config === undefined) return presetConfig(preset);
    return loadParityConfig({ from: [cwd], env, ...(config !== undefined && { file: resolve(cwd, config) }) });
  } catch (error) {
    if (error instanceof Error && error.message.endsWith("cannot be read yet")) return undefined;
    throw error;
  }
}
