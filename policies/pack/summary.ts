import { countVerdicts } from "../../core/report/score";
import type { Report } from "../../core/report/types";
import type { PreparedPair } from "./preparation";

/** One line: what was judged against what, how old that is, by which parity.yaml, and how it went. */
export function summaryLine(report: Report, { pair }: PreparedPair, now: Date): string {
  const { subject, reference, config } = report;
  const other = pair.gate ? subject : reference;
  const judged = pair.gate
    ? `gate of ${reference.name}: against ${subject.name}`
    : `${subject.name} against ${reference.name}`;
  const source = `${other.source}${other.capturedAt === undefined ? "" : `, ${age(other.capturedAt, now)}`}`;
  const by = config.file === undefined ? `no parity.yaml, preset ${config.preset}` : `${config.file}, ${config.preset}`;
  return `${judged} (${source}) by ${by}: ${counts(report)}`;
}

function counts(report: Report): string {
  const verdicts = Object.entries(countVerdicts(report.divergences)).filter(([, count]) => count > 0);
  const told = verdicts.map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  return told === "" ? "nothing diverges" : told;
}

const HOUR = 60 * 60 * 1000;

function age(capturedAt: string, now: Date): string {
  const hours = (now.getTime() - Date.parse(capturedAt)) / HOUR;
  if (Number.isNaN(hours)) return `of ${capturedAt}`;
  if (hours < 1) return "less than an hour old";
  return hours < 48 ? `${Math.floor(hours)} hours old` : `${Math.floor(hours / 24)} days old`;
}
