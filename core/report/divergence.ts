import type { Finding } from "../model/finding";
import { formatPath } from "../model/path";
import type { ReportedDivergence } from "./types";
import { reportedValue } from "./value";

/** A finding as the report's contract has it. */
export function reportedDivergence(finding: Finding, mend: string | undefined): ReportedDivergence {
  const { subject, reference, path, status, origin, causedBy, undetermined, group } = finding;
  const sourcePosition = subject?.sourcePosition ?? reference?.sourcePosition;
  return {
    id: finding.id,
    policy: finding.policy,
    kind: finding.kind,
    type: finding.type,
    subject: subject?.urn ?? null,
    reference: reference?.urn ?? null,
    property: path === undefined ? null : formatPath(path),
    key: finding.key ?? null,
    values: reportedValues(finding),
    verdict: finding.verdict,
    level: finding.level,
    rule: finding.rule,
    ...(status !== undefined && { status }),
    ...(origin !== undefined && { origin: origin.from }),
    ...(origin?.from === "configuration" && { originKey: origin.key }),
    ...(causedBy !== undefined && { causedBy }),
    ...(finding.newer !== undefined && { newer: finding.newer }),
    message: finding.message,
    ...(finding.reported !== undefined && { statement: finding.reported.message }),
    ...(mend !== undefined && finding.verdict === "beyond" && { mend }),
    ...(undetermined !== undefined && { undetermined }),
    ...(sourcePosition !== undefined && { sourcePosition }),
    ...(group !== undefined && { group: { as: group.as, name: group.name } }),
  };
}

function reportedValues({ values, facts }: Finding): ReportedDivergence["values"] {
  if (!facts.secret) return { subject: reportedValue(values.subject), reference: reportedValue(values.reference) };
  return {
    subject: values.subject === undefined ? null : "[secret]",
    reference: values.reference === undefined ? null : "[secret]",
  };
}
