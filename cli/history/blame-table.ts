import { plainLine } from "../../core/report/plain";
import { styleFor, type Style } from "../../reporters/terminal/style";
import type { Output } from "../command";
import type { BlamedDivergence, BlameReport, Began } from "./blame-report";

/** Divergences by the update that began them, the newest first. */
export function blameTable(report: BlameReport, { color }: Output): string {
  const style = styleFor(color);
  const { subject, reference, divergences, moments, statesRead, notes } = report;
  const groups = byUpdate(divergences);
  return [
    style.strong(`${plainLine(subject)} against ${plainLine(reference)}`),
    ...(divergences.length === 0 ? ["", "  nothing diverges"] : []),
    ...groups.flatMap((group) => ["", ...groupLines(group, style)]),
    "",
    style.quiet(`  ${statesRead} states read of the ${moments} moments in the history`),
    ...notes.map((note) => style.quiet(`  note: ${plainLine(note)}`)),
    "",
  ].join("\n");
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

function groupLines(group: readonly BlamedDivergence[], style: Style): readonly string[] {
  const began = group[0]?.began;
  return [...headerOf(began, style), ...group.map((one) => line(one, style))];
}

function headerOf(began: Began | undefined, style: Style): readonly string[] {
  if (began === undefined) return [style.warn("  no state of the past could be read")];
  const { at, side, update, days, atStart } = began;
  const paint = side === "subject" ? style.subject : style.reference;
  const since = atStart ? "older than the history, which begins" : "since";
  const dirty = update.dirty === true ? " (not committed)" : "";
  const who = [update.commit === undefined ? undefined : update.commit.slice(0, 12) + dirty, update.author];
  const what = plainLine([...who, update.message, update.link].filter((part) => part !== undefined).join("  "));
  return [
    `  ${style.strong(`${since} ${at.slice(0, 10)} ${at.slice(11, 16)}`)} (${days} days), ${paint(side)}'s ${update.kind}`,
    ...(what === "" ? [] : [`  ${style.info(what)}`]),
  ];
}

function line({ id, subject, reference, property, key, kind, began }: BlamedDivergence, style: Style): string {
  const urn = subject ?? reference ?? "";
  const name = urn.slice(urn.indexOf("::", urn.indexOf("::") + 2) + 2);
  const where = [name, key ?? property].filter((part) => part !== null).join("  ");
  return `    ${style.quiet(id)}  ${plainLine(where)}  ${style.quiet(kind)}${marks(began, style)}`;
}

function marks(began: Began | undefined, style: Style): string {
  if (began === undefined) return "";
  return [
    began.overdue === true ? style.bad("  longer than maxAge allows") : "",
    began.cameBack ? style.warn("  had been mended, came back") : "",
    began.unconfirmed > 0 ? style.quiet(`  (${began.unconfirmed} updates since not looked at)`) : "",
    began.unreadable > 0 ? style.warn(`  or one of the ${began.unreadable} before it, which cannot be read`) : "",
  ].join("");
}
