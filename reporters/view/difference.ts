import type { ReportedValue } from "../../core/report/types";

/** A text in three parts, of which the middle one is what differs from the other side's. */
export interface Marked {
  readonly before: string;
  readonly differs: string;
  readonly after: string;
}

/** Marks what differs between two texts, in whole words: `db.`**`t3.small`** and `db.`**`r6g.large`**. */
export function markDifference(subject: string, reference: string): { subject: Marked; reference: Marked } {
  const start = commonStart(subject, reference);
  const end = commonEnd(subject.slice(start), reference.slice(start));
  return { subject: part(subject, start, end), reference: part(reference, start, end) };
}

function part(text: string, start: number, end: number): Marked {
  const after = text.length - end;
  return { before: text.slice(0, start), differs: text.slice(start, after), after: text.slice(after) };
}

const WORD = /[\p{L}\p{N}]/u;

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  while (at > 0 && WORD.test(a[at - 1] ?? "") && (WORD.test(a[at] ?? "") || WORD.test(b[at] ?? ""))) at--;
  return at;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  const cut = (text: string) => WORD.test(text[text.length - length - 1] ?? "");
  while (length > 0 && WORD.test(a[a.length - length] ?? "") && (cut(a) || cut(b))) length--;
  return length;
}

/** A value as one text for people: strings bare where that cannot be misread, the rest as JSON. */
export function valueText(value: ReportedValue): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return value.trim() !== value || value === "" || value === "null" ? JSON.stringify(value) : value;
}
