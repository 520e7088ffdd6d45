import { placeOf } from "../../core/report/label";
import type { ReportedDivergence } from "../../core/report/types";
import { ruleText } from "../view/rule";
import { sinceText } from "../view/since";
import { markDifference, valueText, type Marked } from "../view/difference";
import { html, lines, type Markup } from "./markup";

/** One divergence: a line with both values, and on request all that is known of it. */
export function findingMarkup(divergence: ReportedDivergence, anchor: string, names: SideNames): Markup {
  const { policy, verdict, level, status } = divergence;
  return html`<details
    class="f"
    id="${anchor}"
    data-p="${policy}"
    data-v="${verdict}"
    data-l="${level}"
    data-s="${status ?? ""}"
  >
    <summary>
      ${badge(divergence)}<span class="what"
        ><b>${whatOf(divergence)}</b> <span class="dim">${short(policy)}${noteOf(divergence)}</span></span
      >${valuesMarkup(divergence, names)}
    </summary>
    ${detailMarkup(divergence, anchor)}
  </details> `;
}

function badge({ verdict, level }: ReportedDivergence): Markup {
  const shown = verdict === "beyond" ? level : verdict;
  return html`<span class="badge ${shown}">${shown}</span>`;
}

function whatOf({ kind, key }: ReportedDivergence): string {
  if (kind === "missing") return "missing";
  if (kind === "extra") return "extra";
  return key ?? "number of replicas";
}

export function short(policy: string): string {
  return policy.replace(/-(?:parity|hygiene)$/, "");
}

function noteOf({ status, kind, originKey, since }: ReportedDivergence): string {
  const notes = [
    status ?? "",
    kind === "shared" ? "shared with the reference" : "",
    originKey === undefined ? "" : `from ${originKey}`,
    since === undefined ? "" : `since ${since.at.slice(0, 10)}`,
  ];
  return notes
    .filter((note) => note !== "")
    .map((note) => ` · ${note}`)
    .join("");
}

/** What the two sides are called. */
export interface SideNames {
  readonly subject: string;
  readonly reference: string;
}

function valuesMarkup({ kind, values }: ReportedDivergence, names: SideNames): Markup {
  if (kind === "missing") return html`${none(names.subject, "not here")}${there(names.reference)}`;
  if (kind === "extra") return html`${there(names.subject)}${none(names.reference, "not there")}`;
  const marked = markDifference(valueText(values.subject), valueText(values.reference));
  const subject = kind === "removed" ? none(names.subject, "nothing") : cell(marked.subject, names.subject);
  const reference = kind === "added" ? none(names.reference, "nothing") : cell(marked.reference, names.reference);
  return html`${subject}${reference}`;
}

/** On narrow screens, and for who listens, each value says whose it is. */
function side(name: string): Markup {
  return html`<span class="side">${name}: </span>`;
}

function none(name: string, text: string): Markup {
  return html`<span class="val none">${side(name)}${text}</span>`;
}

function there(name: string): Markup {
  return html`<span class="val">${side(name)}deployed</span>`;
}

/** More of a value than this is read in the details. */
const LONGEST = 140;

function cell(marked: Marked, name: string): Markup {
  const before = marked.before.length > LONGEST / 2 ? `…${marked.before.slice(-LONGEST / 4)}` : marked.before;
  const room = LONGEST - before.length;
  const differs = cut(marked.differs, room);
  const after = cut(marked.after, Math.max(0, room - differs.length));
  const whole = differs === "" || (marked.before === "" && marked.after === "");
  const middle = whole ? html`${differs}` : html`<mark>${differs}</mark>`;
  return html`<span class="val">${side(name)}<code>${before}${middle}${after}</code></span>`;
}

function cut(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text;
}

function detailMarkup(divergence: ReportedDivergence, anchor: string): Markup {
  const { message, rule, mend, id, verdict, origin, originKey, undetermined, causedBy, type, subject, reference } =
    divergence;
  const { since } = divergence;
  const place = placeOf(divergence.sourcePosition);
  const rows: readonly (readonly [string, Markup | undefined])[] = [
    ["What", html`${message}`],
    ["Why unknown", text(undetermined)],
    ["Mend", text(mend)],
    ["Accept", verdict === "beyond" ? html`<code>parity waive ${id}</code>` : undefined],
    ["Rule", rule === ruleText(rule) ? html`<code>${rule}</code>` : html`${ruleText(rule)}`],
    ["Since", since === undefined ? undefined : text(sinceText(since))],
    ["Run", since?.link === undefined ? undefined : html`<code>${since.link}</code>`],
    ["Origin", text(originKey === undefined ? origin : `${origin ?? "configuration"}: ${originKey}`)],
    ["Follows from", causedBy === undefined ? undefined : html`<a href="#${safeId(causedBy)}">${causedBy}</a>`],
    ["Declared at", place === undefined ? undefined : html`<code>${place.file}:${place.line}</code>`],
    ["Type", html`<code>${type}</code>`],
    ["Subject", subject === null ? undefined : html`<code>${subject}</code>`],
    ["Reference", reference === null ? undefined : html`<code>${reference}</code>`],
    ["Link", html`<a href="#${anchor}">#${anchor}</a>`],
  ];
  return html`<dl>
      ${rows.map(([label, value]) =>
        value === undefined
          ? ""
          : html`<dt>${label}</dt>
              <dd>${value}</dd>`,
      )}
    </dl>
    ${wholeValues(divergence)}`;
}

function text(value: string | undefined): Markup | undefined {
  return value === undefined ? undefined : html`${value}`;
}

function wholeValues({ kind, values }: ReportedDivergence): Markup | undefined {
  if (kind === "missing" || kind === "extra") return undefined;
  const texts = { subject: whole(values.subject), reference: whole(values.reference) };
  if (texts.subject.length <= LONGEST && texts.reference.length <= LONGEST) return undefined;
  return html`<div class="whole">
    <figure>
      <figcaption>subject</figcaption>
      <pre>${lines(texts.subject)}</pre>
    </figure>
    <figure>
      <figcaption>reference</figcaption>
      <pre>${lines(texts.reference)}</pre>
    </figure>
  </div>`;
}

function whole(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** What can stand in a link as it is. */
export function safeId(id: string): string {
  return id.replace(/[^\w-]/g, "_").slice(0, 64);
}
