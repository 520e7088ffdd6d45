import { countVerdicts } from "../../core/report/score";
import type { Report, ReportedDivergence } from "../../core/report/types";
import { stackName } from "../view/stack-name";
import { code, counted } from "./text";

/** The first line: what this change does to parity, where the state before it is known; else how far it is apart. */
export function headline(reports: readonly Report[]): string {
  const divergences = reports.flatMap((report) => report.divergences);
  const known =
    divergences.some(({ status }) => status !== undefined) || reports.some(({ fixed }) => fixed !== undefined);
  if (!known) {
    const counts = countLevels(divergences);
    return `**${counted(counts.mandatory, "mandatory divergence")} and ${counts.advisory} advisory beyond tolerance.**`;
  }
  const beyond = divergences.filter(({ verdict, level }) => verdict === "beyond" && level !== "disabled");
  const count = (status: string) => beyond.filter((divergence) => divergence.status === status).length;
  const fixed = reports.reduce((sum, report) => sum + (report.fixed?.length ?? 0), 0);
  const existing = beyond.length - count("introduced") - count("worsened");
  return `**This change introduces ${count("introduced")}, worsens ${count("worsened")}, fixes ${fixed}; ${existing} existed before.**`;
}

/** Whether it passes, and for one pair, who was judged against whom. */
export function verdictLine(reports: readonly Report[]): string {
  const failing = reports.filter(({ divergences }) => failsOf(divergences));
  const overridden = reports.some(({ overrides }) => overrides.length > 0) ? " An override is in force." : "";
  const verdict = failing.length === 0 ? "✅ Nothing mandatory is beyond tolerance" : "❌ Rejected: beyond tolerance";
  const [only] = reports;
  if (reports.length === 1 && only?.notCompared !== undefined)
    return `❔ Nothing was compared: ${code(only.notCompared.why)}.`;
  if (reports.length !== 1 || only === undefined)
    return `${verdict}${failing.length === 0 ? "" : ` in ${failing.length} of ${reports.length} pairs`}.${overridden}`;
  const { subject, reference, score } = only;
  return `${verdict}. ${code(subject.name, 60)} against ${code(reference.name, 60)}, score ${percent(score)}.${overridden}`;
}

/** One row an environment. */
export function tableOf(reports: readonly Report[]): readonly string[] {
  return [
    "| stack | against | score | mandatory | advisory | ahead | waived | within | undetermined |",
    "|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ...reports.slice(0, ROWS).map(rowOf),
    ...(reports.length > ROWS ? ["", `_…and ${reports.length - ROWS} more pairs._`] : []),
  ];
}

/** More pairs than this make no table that somebody reads. */
const ROWS = 60;

function rowOf({ subject, reference, score, divergences }: Report): string {
  const { mandatory, advisory } = countLevels(divergences);
  const { ahead, waived, within, undetermined } = countVerdicts(divergences);
  const cells = [percent(score), mandatory, advisory, ahead, waived, within, undetermined];
  return `| ${code(stackName(subject), 60)} | ${code(reference.name, 60)} | ${cells.join(" | ")} |`;
}

export function failsOf(divergences: readonly ReportedDivergence[]): boolean {
  return countLevels(divergences).mandatory > 0;
}

function countLevels(divergences: readonly ReportedDivergence[]): { mandatory: number; advisory: number } {
  const beyond = divergences.filter(({ verdict }) => verdict === "beyond");
  return {
    mandatory: beyond.filter(({ level }) => level === "mandatory").length,
    advisory: beyond.filter(({ level }) => level === "advisory").length,
  };
}

function percent(score: number): string {
  return `${Math.floor(score * 100)} %`;
}
