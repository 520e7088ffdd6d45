import { resourceName } from "../../core/report/label";
import { plainLine } from "../../core/report/plain";
import { styleFor, type Style } from "../../reporters/terminal/style";
import { valueText } from "../../reporters/view/difference";
import type { Output } from "../command";
import type { BlamedDivergence, BlameReport, Began } from "./blame-report";
import { authorName, daysSince, minute, stackOf } from "./when";

/** Divergences by the update that began them, the newest first. */
export function blameTable(report: BlameReport, { color }: Output): string {
  const style = styleFor(color);
  const { subject, reference, divergences, moments, statesRead, notes } = report;
  const groups = byUpdate(divergences);
  return [
    style.strong(`${plainLine(subject)} against ${plainLine(reference)}`),
    "",
    `  ${summary(divergences.length, groups.length)}`,
    ...groups.flatMap((group) => ["", ...groupLines(group, report, style)]),
    "",
    style.quiet(`  ${statesRead} states read, of a history of ${moments} updates`),
    ...notes.map((note) => style.quiet(`  note: ${plainLine(note)}`)),
    "",
  ].join("\n");
}

function summary(divergences: number, updates: number): string {
  if (divergences === 0) return "nothing diverges";
  return `${counted(divergences, "divergence")}, begun by ${counted(updates, "update")}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function byUpdate(divergences: readonly BlamedDivergence[]): readonly (readonly BlamedDivergence[])[] {
  const groups = new Map<string, BlamedDivergence[]>();
  for (const one of divergences) {
    const key = one.began === undefined ? "" : `${one.began.at} ${one.began.side} ${one.began.update.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].sort(([one], [other]) => (one < other ? 1 : -1)).map(([, group]) => group);
}

function groupLines(group: readonly BlamedDivergence[], report: BlameReport, style: Style): readonly string[] {
  const began = group[0]?.began;
  return [...headerOf(began, report, style), ...group.flatMap((one) => findingLines(one, report, style))];
}

function headerOf(began: Began | undefined, report: BlameReport, style: Style): readonly string[] {
  if (began === undefined) return [style.warn("  no state of the past could be read")];
  const { at, side, update, days, atStart } = began;
  const paint = side === "subject" ? style.subject : style.reference;
  const stack = paint(plainLine(stackOf(report[side])));
  const when = atStart
    ? `${style.strong("before")} ${minute(at)}, when the history begins, in ${stack} or its reference`
    : `${style.strong(minute(at))} ${daysSince(days)}, by ${plainLine(began.update.kind)} of ${stack}`;
  const dirty = update.dirty === true ? "changes that were not committed, on " : "";
  const commit = update.commit === undefined ? "" : `${dirty}${update.commit.slice(0, 12)}`;
  const who = [commit, plainLine(authorName(update)), update.message, update.link].filter((part) => part);
  return [`  ${when}`, ...(who.length === 0 ? [] : [`  ${style.info(plainLine(who.join("  ")))}`])];
}

function findingLines(one: BlamedDivergence, report: BlameReport, style: Style): readonly string[] {
  const { id, type, verdict, began } = one;
  const name = style.strong(plainLine(resourceName(one)));
  const notes = marks(began, style);
  return [
    `    ${name}  ${style.quiet(plainLine(type))}  ${differs(one, report, style)}`,
    `      ${style.quiet(`${id}, ${verdict}`)}${notes}`,
  ];
}

function differs({ kind, key, property, values }: BlamedDivergence, report: BlameReport, style: Style): string {
  const [own, other] = [style.subject(stackOf(report.subject)), style.reference(stackOf(report.reference))];
  if (kind === "missing") return `missing in ${own}`;
  if (kind === "extra") return `only in ${own}`;
  const what = plainLine(key ?? property ?? "its number");
  return `${what}  ${own} ${valueIn(values.subject)}, ${other} ${valueIn(values.reference)}`;
}

const LONGEST = 40;

function valueIn(value: unknown): string {
  if (value === null || value === undefined) return "(nothing)";
  const text = Array.from(plainLine(valueText(value)));
  return text.length <= LONGEST ? text.join("") : `${text.slice(0, LONGEST).join("")}…`;
}

function marks(began: Began | undefined, style: Style): string {
  if (began === undefined) return "";
  const { overdue, cameBack, unconfirmed, unreadable } = began;
  return [
    overdue === true ? style.bad(", longer than maxAge allows") : "",
    cameBack ? style.warn(", had been mended and came back") : "",
    unconfirmed > 0 ? style.quiet(`, ${counted(unconfirmed, "update")} since not looked at`) : "",
    unreadable > 0 ? style.warn(`, or begun by one of the ${unreadable} before it, which cannot be read`) : "",
  ].join("");
}
