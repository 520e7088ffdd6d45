import type { Dimension, Report } from "../../core/report/types";
import { short } from "./finding";
import { html, type Markup } from "./markup";

/** Environments × dimensions as a heat map; every cell leads to what is behind it. */
export function matrixMarkup(reports: readonly Report[]): Markup {
  const policies = [...new Set(reports.flatMap(({ dimensions }) => dimensions.map(({ policy }) => policy)))];
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="matrix-title">
    <table class="matrix">
      <caption class="hidden">
        Score of every pair in every dimension, in percent; 100 means nothing is beyond tolerance.
      </caption>
      <thead>
        <tr>
          <th scope="col">Stack</th>
          <th scope="col">Score</th>
          ${policies.map((policy) => html`<th scope="col"><span>${short(policy)}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${reports.map((report, at) => rowMarkup(report, at, policies))}
      </tbody>
    </table>
  </div>`;
}

function rowMarkup(report: Report, at: number, policies: readonly string[]): Markup {
  const { subject, reference, score, dimensions } = report;
  const byPolicy = new Map(dimensions.map((dimension) => [dimension.policy, dimension]));
  return html`<tr>
    <th scope="row">
      <a href="#pair-${at + 1}"
        >${subject.project === undefined ? "" : html`<span class="dim">${subject.project}/</span>`}${subject.name}</a
      ><span class="dim"> against ${reference.name}</span>
    </th>
    <td class="total ${heat(score)}">${percent(score)}</td>
    ${policies.map((policy) => cellMarkup(byPolicy.get(policy), policy, at))}
  </tr>`;
}

function cellMarkup(dimension: Dimension | undefined, policy: string, at: number): Markup {
  if (dimension === undefined) return html`<td class="empty">–</td>`;
  const { score, beyond, ahead, waived, within, undetermined } = dimension;
  if (beyond + ahead + waived + within + undetermined === 0)
    return html`<td class="h0 calm">
      <span aria-hidden="true">✓</span><span class="hidden">100, nothing diverges</span>
    </td>`;
  const counts = [
    beyond > 0 ? `${beyond} beyond` : "",
    ahead > 0 ? `${ahead} ahead` : "",
    undetermined > 0 ? `${undetermined} unknown` : "",
    waived > 0 ? `${waived} waived` : "",
    within > 0 ? `${within} within` : "",
  ].filter((count) => count !== "");
  const link = `#?pair=${at + 1}&policy=${encodeURIComponent(policy.replace(/\p{Cs}/gu, "\ufffd"))}`;
  return html`<td class="${heat(score)}${undetermined > 0 ? " open" : ""}">
    <a href="${link}" title="${counts.join(", ")}">${Math.floor(score * 100)}<span class="count">${counts[0]}</span></a>
  </td>`;
}

export function percent(score: number): string {
  return `${Math.floor(score * 100)} %`;
}

/** Six steps; the number stands in the cell, so that colour is never the only sign. */
function heat(score: number): string {
  const steps = [1, 0.95, 0.85, 0.7, 0.5, 0];
  return `h${steps.findIndex((step) => score >= step)}`;
}
