import { createHash } from "node:crypto";
import type { Report, Reports } from "../../core/report/types";
import { VERDICTS, type Verdict } from "../../core/vocabulary";
import { reportsOf, type Reporter } from "../reporter";
import { safeId, short } from "./finding";
import { forgottenText } from "../view/forgotten";
import { stackName } from "../view/stack-name";
import { html, Markup } from "./markup";
import { matrixMarkup } from "./matrix";
import { pairMarkup, type Anchors } from "./pair";
import { SCRIPT } from "./script";
import { STYLE } from "./style";

/** One file that needs nothing else: opened from a disk, mailed, kept as a build's artefact. */
const page: Reporter = (report) => pageMarkup(report).text;

function pageMarkup(report: Report | Reports): Markup {
  const reports = reportsOf(report);
  const anchors = anchorsOf();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="color-scheme" content="light dark" />
        <title>${titleOf(reports)}</title>
        <link rel="icon" href="data:," />
        ${new Markup(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#findings">Skip to the findings</a>
        <header class="top">
          <h1>Environment parity</h1>
          <p class="dim small">${madeLine(reports)}</p>
          <p class="lead">
            How far each stack is from what it is judged against, in percent. 100 means that nothing is beyond
            tolerance; what weighs most are mandatory divergences.
          </p>
        </header>
        <main>
          <section>
            <h2 id="matrix-title" class="hidden">Score of every stack in every dimension</h2>
            ${matrixMarkup(reports)}${legendMarkup()}
          </section>
          ${report.schema === "parity-reports/1" ? notJudgedMarkup(report) : ""} ${filterMarkup(reports)}
          <div id="findings" tabindex="-1">${reports.map((one, at) => pairMarkup(one, at, anchors))}</div>
        </main>
        ${new Markup(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `;
}

/** Nothing but this page's own style and script runs, and nothing is fetched, whatever a state holds. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(STYLE)}'`,
  `script-src '${hashOf(SCRIPT)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function anchorsOf(): Anchors {
  const used = new Map<string, number>();
  return (id) => {
    const safe = safeId(id);
    const times = (used.get(safe) ?? 0) + 1;
    used.set(safe, times);
    return times === 1 ? safe : `${safe}-${times}`;
  };
}

function titleOf(reports: readonly Report[]): string {
  const [only] = reports;
  if (reports.length !== 1 || only === undefined) return `Environment parity of ${reports.length} pairs`;
  return `Environment parity of ${only.subject.name} with ${only.reference.name}`;
}

function madeLine(reports: readonly Report[]): string {
  const [first] = reports;
  if (first === undefined) return "Nothing was judged.";
  return `Made ${first.generatedAt.slice(0, 16).replace("T", " ")} UTC by parity ${first.tool.version}`;
}

function legendMarkup(): Markup {
  const steps = ["100", "≥ 95", "≥ 85", "≥ 70", "≥ 50", "below"];
  return html`<p class="legend dim small" aria-hidden="true">
    ${steps.map((label, at) => html`<span><i class="h${at}"></i>${label}</span>`)}
    <span><i class="h0 open"></i>something is unknown, which is no parity</span>
  </p>`;
}

function notice(title: string, items: readonly Markup[]): Markup {
  return html`<section class="notice">
    <h2>${title}</h2>
    <ul>
      ${items}
    </ul>
  </section>`;
}

function notJudgedMarkup({ unjudged, failed = [], exempt = [], forgotten = [] }: Reports): Markup {
  const rows = [
    ...failed.map(({ subject, why }) => html`<li><b>${subject}</b> could not be judged: ${why}</li>`),
    ...unjudged.map(({ stack, why }) => html`<li><b>${stack}</b> is judged by nothing: ${why}</li>`),
  ];
  const exempted = exempt.map(({ stack, why }) => html`<li class="dim">${stack} is exempt: ${why}</li>`);
  const shown = rows.length + exempted.length > 0 ? notice("Not judged", [...rows, ...exempted]) : html``;
  return forgotten.length === 0
    ? shown
    : html`${notice(
        "Forgotten",
        forgotten.map((one) => html`<li><b>${one.stack}</b>: ${forgottenText(one)}</li>`),
      )}${shown}`;
}

const VERDICT_ORDER: readonly Verdict[] = ["beyond", "ahead", "undetermined", "waived", "within"];

function filterMarkup(reports: readonly Report[]): Markup {
  const divergences = reports.flatMap((report) => report.divergences);
  const policies = [...new Set(divergences.map(({ policy }) => policy))];
  const statuses = [...new Set(divergences.flatMap(({ status }) => (status === undefined ? [] : [status])))];
  const counts = new Map(
    VERDICTS.map((verdict) => [verdict, divergences.filter((one) => one.verdict === verdict).length]),
  );
  return html`<form class="filter" role="search" aria-label="Filter the findings">
    <label class="search"
      ><span class="hidden">Search</span
      ><input type="search" id="q" placeholder="Search resources, properties, values   /" autocomplete="off"
    /></label>
    <fieldset>
      <legend class="hidden">Verdict</legend>
      ${VERDICT_ORDER.filter((verdict) => counts.get(verdict) !== 0).map((verdict) => html`<label class="chip"><input type="checkbox" name="verdict" value="${verdict}" checked /> ${verdict} <b>${counts.get(verdict)}</b></label>`)}
    </fieldset>
    ${choice(
      "policy",
      "All dimensions",
      policies.map((policy) => [policy, short(policy)]),
    )}
    ${choice("level", "All levels", [
      ["mandatory", "mandatory"],
      ["advisory", "advisory"],
      ["disabled", "disabled"],
    ])}
    ${
      statuses.length === 0
        ? ""
        : choice(
            "status",
            "New and old",
            statuses.map((status) => [status, status]),
          )
    }
    ${
      reports.length < 2
        ? ""
        : choice(
            "pair",
            "All stacks",
            reports.map(({ subject, reference }, at) => [
              String(at + 1),
              `${stackName(subject)} against ${reference.name}`,
            ]),
          )
    }
    <button type="reset">Reset</button><output id="shown" role="status"></output>
  </form>`;
}

function choice(name: string, all: string, options: readonly (readonly [string, string])[]): Markup {
  return html`<label
    ><span class="hidden">${name}</span
    ><select name="${name}">
      <option value="">${all}</option>
      ${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
    </select></label
  >`;
}

export { page as html };
