import { plainLine } from "../../core/report/plain";
import type { Report, Reports } from "../../core/report/types";
import { POLICY_NAMES } from "../../core/vocabulary";
import { padTo, widthOf } from "../view/width";
import type { Style } from "./style";

/** Every pair as a row, every dimension as a column; then what nothing judges and what could not be read. */
export function matrixLines({ reports, unjudged, failed = [] }: Reports, style: Style): readonly string[] {
  const names = reports.map(pairName);
  const width = Math.max(4, ...names.map(widthOf));
  const columns = POLICY_NAMES.map((policy) => policy.replace(/-parity$|-hygiene$/, "").slice(0, 9));
  const head = `${padTo("", width)}   score  ${columns.map((name) => name.padStart(9)).join(" ")}`;
  return [
    style.strong("All pairs"),
    style.quiet(head),
    ...reports.map((report, at) => `${padTo(names[at] ?? "", width)}  ${rowOf(report, style)}`),
    "",
    ...failed.map(({ subject, why }) => style.bad(plainLine(`not judged: ${subject}: ${why}`))),
    ...unjudged.map(({ stack, why }) => style.warn(plainLine(`unjudged: ${stack}: ${why}`))),
  ];
}

function pairName({ subject, reference }: Report): string {
  const project = subject.project === undefined ? "" : `${subject.project}/`;
  return plainLine(`${project}${subject.name} → ${reference.name}`);
}

function rowOf({ score, dimensions }: Report, style: Style): string {
  const byPolicy = new Map(dimensions.map((dimension) => [dimension.policy, dimension.score]));
  return [score, ...POLICY_NAMES.map((policy) => byPolicy.get(policy) ?? 1)]
    .map((value, at) => painted(value, at === 0 ? 6 : 9, style))
    .join(" ");
}

function painted(score: number, width: number, style: Style): string {
  const text = `${Math.floor(score * 100)}%`.padStart(width);
  return score === 1 ? style.good(text) : score >= 0.6 ? style.warn(text) : style.bad(text);
}
