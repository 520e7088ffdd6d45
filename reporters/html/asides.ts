import { resourceName } from "../../core/report/label";
import type { Report } from "../../core/report/types";
import { html, type Markup } from "./markup";

/** What a reader may want to check: what was taken as equal, what is waived, what was fixed, remarks. */
export function asidesMarkup(report: Report): Markup {
  const { equivalences, waivers, fixed = [], remarks = [], secrets = 0, pairs } = report;
  const notes = [...remarks, ...(secrets > 0 ? [`${secrets} secret values were compared for presence only`] : [])];
  const unsure = pairs.filter(({ confidence }) => confidence < 1);
  return html`${aside(
    "Waivers",
    ["Waiver", "Reason", "Owner", "Until", "State"],
    waivers.map(({ id, reason, owner, expires, state }) => [id, reason, owner, expires, state]),
  )}${aside(
    `Judged otherwise under ${report.also?.preset ?? ""}`,
    ["Divergence", "There", "Now"],
    (report.also?.changes ?? []).map(({ divergence, now, then }) => [divergence, then, now]),
  )}
  ${aside(
    "Fixed since the last state",
    ["Resource", "Property", "Rule"],
    fixed.map((one) => [resourceName(one), one.key ?? one.kind, one.rule]),
  )}
  ${aside(
    "Taken as equal",
    ["Subject", "Reference", "By", "Times"],
    equivalences.map((one) => [one.subject, one.reference, one.source, String(one.occurrences)]),
  )}
  ${aside(
    "Aligned by less than the same URN",
    ["Subject", "Reference", "By", "Confidence"],
    unsure.map((one) => [one.subject, one.reference, one.via, `${Math.floor(one.confidence * 100)} %`]),
  )}
  ${aside(
    "Remarks",
    ["Remark"],
    notes.map((note) => [note]),
  )}`;
}

function aside(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Markup {
  if (rows.length === 0) return html``;
  return html`<details class="aside">
    <summary>${title} <span class="dim">${rows.length}</span></summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((text) => html`<td>${text}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
