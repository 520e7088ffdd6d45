import { resourceName } from "../../core/report/label";
import { countVerdicts, notCounted } from "../../core/report/score";
import type { Report, ReportedDivergence, ReportedStack, TrendPoint } from "../../core/report/types";
import { groupBy } from "../../core/group-by";
import { stackName } from "../view/stack-name";
import { packagesApart, type EcosystemSummary } from "../view/packages";
import { findingMarkup, type SideNames } from "./finding";
import { html, type Markup } from "./markup";
import { asidesMarkup } from "./asides";
import { percent } from "./matrix";
import { trendMarkup } from "./trend";

/** Gives every divergence a name in links: its fingerprint, numbered where two pairs have the same. */
export type Anchors = (id: string) => string;

/** All that is known of one pair. */
export function pairMarkup(report: Report, at: number, anchors: Anchors): Markup {
  const { subject, reference, divergences, score, config } = report;
  const { others, ecosystems } = packagesApart(divergences);
  return html`<section class="pair" id="pair-${at + 1}" data-pair="${at + 1}" tabindex="-1">
    <header>
      <h2>${stackName(subject)} <span class="dim">against</span> ${stackName(reference)}</h2>
      <p class="verdict">
        ${report.notCompared === undefined ? verdictMarkup(divergences) : html`<span class="badge undetermined">nothing was compared: ${report.notCompared.why}</span> `}<span
          class="dim"
          >score ${percent(score)}${besideScore(divergences)}</span
        >
      </p>
      <p class="dim small">
        ${stackLine("Subject", subject)}<br />${stackLine("Reference", reference)}<br />Judged by
        ${config.file ?? "no parity.yaml"}, ${config.preset}
      </p>
    </header>
    ${noticesMarkup(report)} ${trendMarkup(trendOf(report))} ${divergences.length === 0 ? "" : columnsMarkup(report)}
    ${groups(others).map((group) => groupMarkup(group, anchors, namesOf(report)))}
    ${ecosystems.map((ecosystem) => packagesMarkup(ecosystem, anchors, namesOf(report)))}
    <p class="nothing" hidden>Nothing here matches the filter.</p>
    ${divergences.length === 0 && report.notCompared === undefined ? html`<p class="good">No divergence. The two stacks are alike.</p>` : ""}
    ${asidesMarkup(report)}
  </section> `;
}

function namesOf({ subject, reference }: Report): SideNames {
  if (subject.name === reference.name) return { subject: "subject", reference: "reference" };
  return { subject: subject.name, reference: reference.name };
}

function columnsMarkup(report: Report): Markup {
  const { subject, reference } = namesOf(report);
  return html`<div class="columns dim" aria-hidden="true">
    <span></span><span></span><span>${subject}</span><span>${reference}</span>
  </div>`;
}

/** What was before, and what is now. */
function trendOf({ trend = [], generatedAt, score, divergences }: Report): readonly TrendPoint[] {
  const { beyond } = countVerdicts(divergences);
  return trend.length === 0 ? [] : [...trend, { at: generatedAt, score, beyond, label: "now" }];
}

function stackLine(label: string, { source, resources, capturedAt }: ReportedStack): string {
  const written = capturedAt === undefined ? "" : `, written ${capturedAt.slice(0, 16).replace("T", " ")}`;
  return `${label}: ${source}, ${resources} resources${written}`;
}

function verdictMarkup(divergences: readonly ReportedDivergence[]): Markup {
  const beyond = divergences.filter(({ verdict }) => verdict === "beyond");
  const mandatory = beyond.filter(({ level }) => level === "mandatory").length;
  const advisory = beyond.filter(({ level }) => level === "advisory").length;
  if (mandatory + advisory === 0) return html`<span class="badge good">nothing beyond tolerance</span> `;
  return html`${mandatory > 0 ? html`<span class="badge mandatory">${mandatory} mandatory</span> ` : ""}${advisory > 0 ? html`<span class="badge advisory">${advisory} advisory</span> ` : ""}`;
}

/** What the score says nothing about stands beside it. */
function besideScore(divergences: readonly ReportedDivergence[]): string {
  const counts = notCounted(divergences);
  return counts.length === 0 ? "" : `, ${counts.join(", ")} not counted as parity`;
}

function noticesMarkup({ overrides, loosened = [] }: Report): Markup {
  return html`${overrides.map(({ reason, by, at }) => html`<p class="notice"><b>Override in force</b> ${reason} <span class="dim">${by ?? ""} ${at.slice(0, 16).replace("T", " ")}</span></p>`)}
  ${loosened.map(({ divergence, before, now }) => html`<p class="notice"><b>Loosened in this change</b> <code>${divergence}</code> is judged by <code>${now}</code> instead of <code>${before}</code></p>`)}`;
}

/** Divergences of one resource together, in the order of the most severe. */
function groups(divergences: readonly ReportedDivergence[]): readonly (readonly ReportedDivergence[])[] {
  return [...groupBy(divergences, ({ subject, reference }) => `${subject ?? ""} ${reference ?? ""}`).values()];
}

/** Hundreds of packages are one line until somebody asks for them. */
function packagesMarkup({ line, packages }: EcosystemSummary, anchors: Anchors, names: SideNames): Markup {
  return html`<details class="packages">
    <summary>${line}</summary>
    ${groups(packages).map((group) => groupMarkup(group, anchors, names))}
  </details> `;
}

function groupMarkup(group: readonly ReportedDivergence[], anchors: Anchors, names: SideNames): Markup {
  const [first] = group;
  if (first === undefined) return html``;
  return html`<section class="g">
    <h3>${resourceName(first)} <code class="dim">${first.type}</code></h3>
    ${group.map((divergence) => findingMarkup(divergence, anchors(divergence.id), names))}
  </section> `;
}
