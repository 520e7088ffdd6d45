import { plainLine } from "../../core/report/plain";
import type { Report, ReportedDivergence } from "../../core/report/types";
import { markDifference, valueText, type Marked } from "../view/difference";
import { padTo, widthOf } from "../view/width";
import type { Paint, Style } from "./style";

/** What both sides are called in this report, equally wide. */
export interface SideNames {
  readonly subject: string;
  readonly reference: string;
}

const LONGEST_NAME = 24;

export function sideNames({ subject, reference }: Report): SideNames {
  const names =
    subject.name === reference.name
      ? { subject: "subject", reference: "reference" }
      : { subject: subject.name, reference: reference.name };
  const short = (name: string) => (name.length > LONGEST_NAME ? `…${name.slice(1 - LONGEST_NAME)}` : name);
  const plain = { subject: short(plainLine(names.subject)), reference: short(plainLine(names.reference)) };
  const width = Math.max(widthOf(plain.subject), widthOf(plain.reference));
  return { subject: padTo(plain.subject, width), reference: padTo(plain.reference, width) };
}

/** Reference and subject value: side by side where they fit, else one below the other, the differing part marked. */
export function valueLines(
  { values, kind }: ReportedDivergence,
  names: SideNames,
  { columns, shorten, style }: { columns: number; shorten: boolean; style: Style },
): readonly string[] {
  const texts = {
    subject: kind === "removed" ? ABSENT : plainLine(valueText(values.subject)),
    reference: kind === "added" ? ABSENT : plainLine(valueText(values.reference)),
  };
  const marked = markDifference(texts.subject, texts.reference);
  const gap = widthOf(names.subject) + 2;
  const widths = { subject: shownWidth(marked.subject, style), reference: shownWidth(marked.reference, style) };
  const cell = Math.max(widths.reference + 4, Math.floor((columns - 4) / 2) - gap);
  const beside = 2 * gap + cell + widths.subject <= columns;
  const room = shorten ? Math.max(20, columns - gap - 2) : Infinity;
  const line = (side: "subject" | "reference", paint: Paint) =>
    style.quiet(`${names[side]}  `) + painted(beside ? marked[side] : window(marked[side], room), paint, style);
  const [reference, subject] = [line("reference", style.reference), line("subject", style.subject)];
  return beside ? [reference + " ".repeat(cell - widths.reference) + subject] : [reference, subject];
}

/** Without colour, brackets mark what differs, and take their place. */
function isBracketed({ before, differs, after }: Marked, { color }: Style): boolean {
  return !color && differs !== "" && before + after !== "";
}

function shownWidth(marked: Marked, style: Style): number {
  return widthOf(marked.before + marked.differs + marked.after) + (isBracketed(marked, style) ? 2 : 0);
}

const ABSENT = "(nothing)";

function painted(marked: Marked, paint: Paint, style: Style): string {
  const { before, differs, after } = marked;
  if (isBracketed(marked, style)) return `${before}⟦${differs}⟧${after}`;
  return before + after === "" ? paint(differs) : paint(before + style.mark(differs) + after);
}

/** As much of the text as fits, around what differs. */
function window({ before, differs, after }: Marked, room: number): Marked {
  if (before.length + differs.length + after.length <= room) return { before, differs, after };
  const context = Math.max(8, Math.floor(room / 4));
  const head = before.length > context ? `…${before.slice(-context)}` : before;
  const most = Math.max(8, room - head.length - 1);
  const middle = differs.length > most ? `${differs.slice(0, most - 1)}…` : differs;
  const left = Math.max(0, room - head.length - middle.length - 1);
  const tail = after.length > left ? `${after.slice(0, left)}…` : after;
  return { before: head, differs: middle, after: middle === differs ? tail : "" };
}
