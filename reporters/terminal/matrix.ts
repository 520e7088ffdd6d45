import { plainLine } from "../../core/report/plain";
import type { Report, Reports } from "../../core/report/types";
import { POLICY_NAMES, type PolicyName } from "../../core/vocabulary";
import { forgottenText } from "../view/forgotten";
import { padTo, widthOf } from "../view/width";
import type { Style } from "./style";

/** Every pair as a row, every dimension as a column; then what nothing judges and what could not be read. */
export function matrixLines(
  { reports, unjudged, failed = [], forgotten = [] }: Reports,
  style: Style,
): readonly string[] {
  const names = reports.map(pairName);
  const width = Math.max(4, ...names.map(widthOf));
  const columns = POLICY_NAMES.map((policy) => COLUMNS[policy].padStart(CELL));
  const head = `${padTo("", width)}   score ${columns.join(" ")}`;
  return [
    style.strong("All pairs"),
    style.quiet(head),
    ...reports.map((report, at) => `${padTo(names[at] ?? "", width)}  ${rowOf(report, style)}`),
    "",
    ...failed.map(({ subject, why }) => style.bad(plainLine(`not judged: ${subject}: ${why}`))),
    ...forgotten.map((one) => style.warn(plainLine(`forgotten: ${one.stack}: ${forgottenText(one)}`))),
    ...unjudged.map(({ stack, why }) => style.warn(plainLine(`unjudged: ${stack}: ${why}`))),
  ];
}

/** Short enough for eleven columns beside a name. */
const COLUMNS: Readonly<Record<PolicyName, string>> = {
  "inventory-parity": "inv",
  "dependency-parity": "dep",
  "configuration-parity": "conf",
  "network-parity": "net",
  "capacity-parity": "cap",
  "data-parity": "data",
  "feature-flag-parity": "flag",
  "resilience-parity": "resil",
  "security-parity": "sec",
  "provenance-parity": "prov",
  "waiver-hygiene": "waive",
};
const CELL = 5;

function pairName({ subject, reference }: Report): string {
  const project = subject.project === undefined ? "" : `${subject.project}/`;
  return plainLine(`${project}${subject.name} → ${reference.name}`);
}

function rowOf({ score, dimensions }: Report, style: Style): string {
  const byPolicy = new Map(dimensions.map((dimension) => [dimension.policy, dimension.score]));
  return [score, ...POLICY_NAMES.map((policy) => byPolicy.get(policy) ?? 1)]
    .map((value, at) => painted(value, at === 0 ? 6 : CELL, style))
    .join(" ");
}

function painted(score: number, width: number, style: Style): string {
  const text = (score === 1 && width === CELL ? "·" : `${Math.floor(score * 100)}%`).padStart(width);
  return score === 1 ? style.quiet(text) : score >= 0.6 ? style.warn(text) : style.bad(text);
}
