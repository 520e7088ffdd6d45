import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from "node-sarif-builder";
import { nameOf, placeOf } from "../core/report/label";
import { plainLine, WORKFLOW_COMMAND } from "../core/report/plain";
import type { Report, ReportedDivergence } from "../core/report/types";
import type { Level, Verdict } from "../core/vocabulary";
import { reportsOf, type Reporter } from "./reporter";

/** SARIF 2.1.0: a run for each pair, a rule for each policy, fingerprints that stay from run to run. */
export const sarif: Reporter = (report) => {
  const log = new SarifBuilder();
  for (const one of reportsOf(report)) log.addRun(runOf(one));
  return `${log.buildSarifJsonString({ indent: true }).replace(WORKFLOW_COMMAND, "\\u0023#")}\n`;
};

function runOf(report: Report): SarifRunBuilder {
  const { subject, reference, dimensions, divergences, tool } = report;
  const pair = `parity/${subject.project ?? ""}/${subject.name}/against/${reference.name}/`;
  const run = new SarifRunBuilder({
    automationDetails: { id: plainLine(pair) },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { PROGRAM: { description: { text: "the folder of the Pulumi program" } } },
  });
  run.initSimple({ toolDriverName: "environment-parity", toolDriverVersion: tool.version });
  for (const { policy } of dimensions) run.addRule(ruleOf(policy));
  for (const divergence of divergences) {
    if (divergence.verdict !== "within") run.addResult(resultOf(divergence, report));
  }
  return run;
}

function ruleOf(policy: string): SarifRuleBuilder {
  const text = `What differs from the reference and belongs to ${plainLine(policy)}`;
  return new SarifRuleBuilder().initSimple({ ruleId: plainLine(policy), shortDescriptionText: text });
}

const SEVERITIES: Readonly<Record<Level, "error" | "warning" | "none">> = {
  mandatory: "error",
  advisory: "warning",
  disabled: "none",
};

/** SARIF wants a level only of what fails. */
const KINDS: Readonly<Record<Exclude<Verdict, "within">, "fail" | "open" | "informational">> = {
  beyond: "fail",
  waived: "fail",
  ahead: "informational",
  undetermined: "open",
};

function resultOf(divergence: ReportedDivergence, { waivers, subject }: Report): SarifResultBuilder {
  const { id, policy, verdict, level, message, key, mend } = divergence;
  const kind = verdict === "within" ? "informational" : level === "disabled" ? "informational" : KINDS[verdict];
  const waiver = waivers.find(({ covers }) => covers.includes(id));
  const text = plainLine(mend === undefined || message.includes(mend) ? message : `${message}; to mend: ${mend}`);
  return new SarifResultBuilder({
    ruleId: plainLine(policy),
    kind,
    level: kind === "fail" ? SEVERITIES[level] : "none",
    message: { text: text === "" ? plainLine(key ?? id) : text },
    partialFingerprints: { "parity/v1": plainLine(id) },
    locations: [locationOf(divergence, subject.programFolder)],
    ...(verdict === "waived" && {
      suppressions: [
        {
          kind: "external",
          status: "accepted",
          justification: plainLine(waiver === undefined ? divergence.rule : `${waiver.reason} (${waiver.owner})`),
        },
      ],
    }),
  });
}

type Location = NonNullable<SarifResultBuilder["result"]["locations"]>[number];

/** Services resolve a place from the repository's root; where nobody knows the program's folder, it stays relative to that. */
function locationOf(
  { subject, reference, key, sourcePosition }: ReportedDivergence,
  folder: string | undefined,
): Location {
  const place = placeOf(sourcePosition);
  const urn = subject ?? reference ?? "";
  const fullyQualifiedName = plainLine(key === null ? urn : `${urn}#${key}`);
  return {
    logicalLocations: [{ name: plainLine(nameOf(urn)), fullyQualifiedName, kind: "resource" }],
    ...(place !== undefined && {
      physicalLocation: {
        artifactLocation:
          folder === undefined
            ? { uri: uriOf(place.file), uriBaseId: "PROGRAM" }
            : { uri: uriOf(folder === "" ? place.file : `${folder}/${place.file}`), uriBaseId: "%SRCROOT%" },
        region: {
          startLine: Math.max(1, place.line),
          ...(place.column !== undefined && { startColumn: Math.max(1, place.column) }),
        },
      },
    }),
  };
}

/** A relative reference: neither a scheme nor a host can stand at its start. */
function uriOf(file: string): string {
  const path = file
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\\/g, "/")
    .replace(/^\/+/, "");
  return path.split("/").map(encodeURIComponent).join("/");
}
