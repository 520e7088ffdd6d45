import type { ParityConfig } from "../../core/config";
import type { Report, Reports } from "../../core/report/types";
import { FORMATS } from "../../reporters";
import { cacheFolder } from "../../sources/reference";
import { rememberShown } from "../../sources/shown";
import { auditAll } from "../audit/all";
import { reportDetails } from "../audit/details";
import { exitCode } from "../audit/exit-code";
import { fleetFrom } from "../audit/fleet";
import type { Place } from "../audit/inventory/references";
import type { Audit } from "../audit/judge-pair";
import { auditOne } from "../audit/one";
import { writeReport } from "../audit/output";
import { prepareAudit } from "../audit/prepare";
import { progressOn } from "../audit/progress";
import { auditRequest, type AuditRequest } from "../audit/request";
import type { CommandDefinition, Context, Input } from "../command";

/** Compares two stacks, or all that parity.yaml names, and reports. */
export const auditCommand: CommandDefinition = {
  name: "audit",
  options: [
    { flags: "--subject <stack>", description: "the stack that is judged: a file, or stack:[org/project/]name" },
    { flags: "--reference <stack>", description: "what it is judged against, likewise" },
    { flags: "--all", description: "every pair that parity.yaml names, of the stacks that the Pulumi CLI lists" },
    { flags: "--states <folder>", description: "with --all: of the exports in this folder" },
    { flags: "--config <file>", description: "this parity.yaml, instead of the one that is found" },
    { flags: "--preset <name>", description: "judge by strict, standard or relaxed alone" },
    { flags: "--also <preset>", description: "name what another preset would change: standard@2, a file, a package" },
    { flags: "--format <list>", description: FORMATS.join(", "), default: "terminal" },
    { flags: "--out <folder>", description: "write each format to a file in this folder" },
    {
      flags: "--fail-on <level>",
      description: "exit 1 from this level on: advisory, mandatory or never",
      default: "mandatory",
    },
    { flags: "--only <policy>", description: "report only this policy (repeatable)", repeatable: true },
    { flags: "--before <stack>", description: "the subject's earlier state: tells what is new and what is fixed" },
    { flags: "--config-before <file>", description: "parity.yaml as it was: names what this change to it loosens" },
    {
      flags: "--history <file>",
      description: "of `parity history --format json` for the trend, of `parity blame` for since when (repeatable)",
      repeatable: true,
    },
    { flags: "--show-all", description: "shorten no list" },
  ],
  examples: [
    "parity audit --subject staging.json --reference production.json",
    "parity audit --subject stack:shop/staging --reference baselines/shop.production.json --format markdown",
    "parity audit --all --format html,sarif,junit --out parity-report",
  ],
  run: audit,
};

async function audit(context: Context, input: Input): Promise<number> {
  const request = auditRequest(input);
  const shared = prepareAudit(request, context);
  for (const warning of [...shared.config.warnings, ...catalogueProblems(shared.config)])
    context.stderr.write(`parity: warning: ${warning}\n`);
  const report = await reportOn(shared, request, context);
  for (const line of reportDetails(report)) context.detail(line);
  writeReport(report, request, context);
  rememberShown("reports" in report ? report.reports : [report], cacheFolder(context.env), context.now);
  return exitCode(report, request.failOn);
}

/** Loaded only where there are rules to look at: it knows every type of AWS. */
function catalogueProblems({ catalogue }: ParityConfig): readonly string[] {
  if (catalogue.length === 0) return [];
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports -- as in cli/commands.ts
  const { ownRuleProblems } = require("../../catalogue/own/problems") as typeof import("../../catalogue/own/problems");
  return ownRuleProblems(catalogue);
}

async function reportOn(shared: Audit, request: AuditRequest, context: Context): Promise<Report | Reports> {
  const { what, before } = request;
  if (what.kind === "pair") return auditOne(shared, what, before, context);
  const fleet = await fleetFrom(what.states, shared, request, placeOf(context));
  const progress = progressOn(context.stderr, "pairs judged");
  try {
    const reports = await auditAll(shared.config, fleet, () => progress.step());
    if (reports.reports.length + reports.unjudged.length + (reports.failed?.length ?? 0) === 0)
      context.stderr.write("parity: warning: no stack was judged; `parity doctor` says why of each\n");
    return reports;
  } finally {
    progress.end();
    await fleet.close();
  }
}

/** What can be sent to another thread: no streams, and of the environment a copy. */
function placeOf({ cwd, env, now }: Context): Place {
  return { cwd, env: { ...env }, now };
}
