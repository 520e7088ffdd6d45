import { placeOf, resourceName } from "../../core/report/label";
import { plainLine } from "../../core/report/plain";
import type { ReportedDivergence } from "../../core/report/types";
import type { Verdict } from "../../core/vocabulary";
import type { Cluster } from "../view/clusters";
import { broughtText, type Roots } from "../view/roots";
import { ruleText } from "../view/rule";
import { sinceText } from "../view/since";
import { valueLines, type SideNames } from "./values";
import type { Style } from "./style";

/** What every line of one report needs. */
export interface Frame {
  readonly style: Style;
  readonly columns: number;
  readonly names: SideNames;
  readonly shorten: boolean;
  readonly brought: Roots["brought"];
}

/** One resource, or several with the same divergence, and what diverges. */
export function groupLines(group: readonly Cluster[], frame: Frame): readonly string[] {
  const [head] = group;
  if (head === undefined) return [];
  return [...headLines(head, frame), ...group.flatMap((cluster) => findingLines(cluster, frame)), ""];
}

function headLines({ first, all }: Cluster, { style, shorten }: Frame): readonly string[] {
  if (all.length === 1) {
    const place = placeOf(first.sourcePosition);
    const where = place === undefined ? "" : style.quiet(plainLine(`  ${place.file}:${place.line}`));
    return [`${style.strong(plainLine(resourceName(first)))}  ${style.quiet(plainLine(first.type))}${where}`];
  }
  const types = [...new Set(all.map(({ type }) => type))];
  const named = shorten ? all.slice(0, 3) : all;
  const more = all.length > named.length ? ` and ${all.length - named.length} more` : "";
  return [
    `${style.strong(`${all.length} resources`)}  ${style.quiet(plainLine(types.slice(0, 3).join(", ")))}${types.length > 3 ? " …" : ""}`,
    `  ${plainLine(named.map(resourceName).join(", "))}${more}`,
  ];
}

const SYMBOLS: Readonly<Record<Verdict, string>> = {
  beyond: "✗",
  undetermined: "?",
  ahead: "▲",
  waived: "○",
  within: "✓",
};

function findingLines(cluster: Cluster, frame: Frame): readonly string[] {
  const { first } = cluster;
  const { style, names, columns } = frame;
  const inner = { ...frame, columns: columns - 6 };
  const beside =
    first.key === null || saysItAll(first) ? [] : valueLines(first, names, inner).map((line) => `      ${line}`);
  return [
    `  ${symbol(first, style)} ${subjectOf(first, frame)}  ${style.quiet(traits(first))}`,
    ...beside,
    ...whyLines(first, broughtText(cluster, frame.brought), frame),
  ];
}

/** What is said of a stack as a whole, or of an age, has no values to lay side by side. */
function saysItAll({ policy, statement }: ReportedDivergence): boolean {
  return statement !== undefined && policy === "provenance-parity";
}

function symbol({ verdict, level }: ReportedDivergence, style: Style): string {
  const paint = verdict !== "beyond" ? style.info : level === "mandatory" ? style.bad : style.warn;
  return paint(verdict === "beyond" && level !== "mandatory" ? "!" : SYMBOLS[verdict]);
}

function subjectOf({ kind, key, property, statement }: ReportedDivergence, { names, style }: Frame): string {
  if (statement !== undefined) return plainLine(statement);
  if (kind === "missing") return `missing: only ${style.reference(names.reference.trim())} has it`;
  if (kind === "extra") return `extra: only ${style.subject(names.subject.trim())} has it`;
  return plainLine(key ?? property ?? "its number");
}

function traits({ policy, verdict, level, status, origin, originKey, kind }: ReportedDivergence): string {
  const from = originKey === undefined ? origin : plainLine(`${origin ?? "configuration"} ${originKey}`);
  return [
    plainLine(policy.replace(/-parity$/, "")),
    verdict === "beyond" ? level : verdict,
    kind === "shared" ? "shared with the reference" : "",
    status ?? "",
    from === undefined ? "" : `from ${from}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function whyLines(
  { id, rule, mend, verdict, undetermined, causedBy, since }: ReportedDivergence,
  brings: string | undefined,
  { style }: Frame,
): readonly string[] {
  const line = (label: string, text: string) => `      ${style.quiet(label.padEnd(7))} ${plainLine(text)}`;
  return [
    ...(undetermined === undefined ? [] : [line("why", undetermined)]),
    ...(causedBy === undefined ? [] : [line("follows", causedBy)]),
    ...(brings === undefined ? [] : [line("brings", brings)]),
    ...(since === undefined ? [] : [line("since", sinceText(since))]),
    line("rule", ruleText(rule)),
    ...(mend === undefined ? [] : [line("mend", `${mend}; or accept it: parity waive ${id}`)]),
    ...(mend === undefined && verdict === "beyond" ? [line("accept", `parity waive ${id}`)] : []),
  ];
}
