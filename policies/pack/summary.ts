import { daysText } from "../../core/history";
import { countVerdicts } from "../../core/report/score";
import { isFromBackend } from "../../core/model/stack";
import type { Report, ReportedStack } from "../../core/report/types";
import type { PreparedPair } from "./preparation";

/** One line: what was judged against what, how old that is, by which parity.yaml, and how it went. */
export function summaryLine(report: Report, { pair }: PreparedPair, now: Date): string {
  const { subject, reference, config } = report;
  const other = pair.gate ? subject : reference;
  const judged = pair.gate
    ? `gate of ${reference.name}: against ${subject.name}`
    : `${subject.name} against ${reference.name}`;
  const source = [other.source, ...agesOf(other, now)].join(", ");
  const by = config.file === undefined ? `no parity.yaml, preset ${config.preset}` : `${config.file}, ${config.preset}`;
  return `${judged} (${source}) by ${by}: ${counts(report)}`;
}

function counts(report: Report): string {
  const verdicts = Object.entries(countVerdicts(report.divergences)).filter(([, count]) => count > 0);
  const told = verdicts.map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return told === "" ? "nothing diverges" : told;
}

/** How long ago a snapshot or plan was recorded, and the stack itself last deployed. A plan is of no deployment. */
function agesOf({ source, capturedAt, recordedAt }: ReportedStack, now: Date): readonly string[] {
  const recorded = isFromBackend({ source }) ? undefined : recordedAt;
  const deployed = capturedAt === recorded ? undefined : capturedAt;
  return [
    ...(recorded === undefined ? [] : [`recorded ${ago(recorded, now)}`]),
    ...(deployed === undefined ? [] : [`last deployed ${ago(deployed, now)}`]),
  ];
}

const HOUR = 60 * 60 * 1000;

function ago(at: string, now: Date): string {
  const hours = (now.getTime() - Date.parse(at)) / HOUR;
  if (Number.isNaN(hours)) return at;
  return hours < 1 ? "less than an hour ago" : `${daysText(hours / 24)} ago`;
}
