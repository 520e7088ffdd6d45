import type { Report, ReportedDivergence, Reports } from "../../core/report/types";
import { reportsOf, type Reporter } from "../reporter";
import { withinBudget, type Section } from "./budget";
import { forgottenText } from "../view/forgotten";
import { packagesApart } from "../view/packages";
import { findingItems } from "./finding";
import { stackName } from "../view/stack-name";
import { failsOf, headline, tableOf, verdictLine } from "./summary";
import { code, counted } from "./text";

/** GitHub refuses a comment of more than 65,536 characters; some services count bytes. */
const LONGEST = 65_000;
const LONGEST_LINE = 240;

/** A comment for a pull request: what this change does, in ten seconds; the rest is folded. Same input, same text. */
export const markdown: Reporter = (report) => {
  const reports = reportsOf(report);
  return withinBudget(
    [
      { head: [headline(reports), "", verdictLine(reports), ""], items: [], foot: [] },
      ...loosenedSection(reports),
      ...alsoSection(reports),
      ...newSection(reports),
      { head: [...tableOf(reports), ""], items: [], foot: [] },
      ...(report.schema === "parity-reports/1" ? notJudgedSection(report) : []),
      ...reports.flatMap((one) => foldedSections(one, reports.length > 1)),
      { head: [MARK], items: [], foot: [] },
    ],
    LONGEST,
  );
};

/** By which a workflow finds its own comment again, to update it. */
const MARK = "<!-- environment-parity -->";

/** What this change brought, or where nobody can tell, what is mandatory. */
function isNew({ status, verdict, level }: ReportedDivergence): boolean {
  if (verdict !== "beyond" && verdict !== "ahead") return false;
  if (status === undefined) return verdict === "beyond" && level === "mandatory";
  return (status === "introduced" || status === "worsened") && level !== "disabled";
}

function newSection(reports: readonly Report[]): readonly Section[] {
  return reports.flatMap(({ subject, reference, divergences }) => {
    const { others, ecosystems } = packagesApart(divergences.filter(isNew));
    const items = [...findingItems(others), ...ecosystems.map(({ line }) => `- 📦 ${code(line, LONGEST_LINE)}`)];
    if (items.length === 0) return [];
    const pair = `${code(stackName(subject), 60)} against ${code(reference.name, 60)}:`;
    return [{ head: reports.length > 1 ? [pair, ""] : [], items, foot: [""] }];
  });
}

function loosenedSection(reports: readonly Report[]): readonly Section[] {
  const items = reports.flatMap(({ loosened = [] }) =>
    loosened.map(({ divergence, before, now }) => `> - ${code(divergence)}: ${code(now)} instead of ${code(before)}`),
  );
  if (items.length === 0) return [];
  const head = [
    "> [!WARNING]",
    `> This change also loosens the rules; ${counted(items.length, "divergence")} judged more mildly by that:`,
  ];
  return [{ head, items, foot: [""] }];
}

/** What an upgrade of the preset would change. */
function alsoSection(reports: readonly Report[]): readonly Section[] {
  const changes = reports.flatMap(({ also }) => also?.changes ?? []);
  const preset = reports.find(({ also }) => also !== undefined)?.also?.preset;
  if (preset === undefined) return [];
  const head = [`Under ${code(preset)}, ${counted(changes.length, "divergence")} would be judged otherwise.`];
  const items = changes.map(
    ({ divergence, now, then }) => `- ${code(divergence)}: ${code(then)} instead of ${code(now)}`,
  );
  return [{ head, items, foot: [""] }];
}

function notJudgedSection({ unjudged, failed = [], forgotten = [] }: Reports): readonly Section[] {
  const items = [
    ...failed.map(({ subject, why }) => `- ❔ ${code(subject)} could not be judged: ${code(why)}`),
    ...forgotten.map((one) => `- ⏳ ${code(one.stack)} is forgotten: ${code(forgottenText(one))}`),
    ...unjudged.map(({ stack, why }) => `- ❔ nothing judges ${code(stack)}: ${code(why)}`),
  ];
  return items.length === 0 ? [] : [{ head: [], items, foot: [""] }];
}

function foldedSections(report: Report, named: boolean): readonly Section[] {
  const { divergences, fixed = [], subject } = report;
  const of = named ? ` of ${code(subject.name, 60)}` : "";
  const rest = divergences.filter((divergence) => !isNew(divergence));
  const beyond = rest.filter(({ verdict, level }) => verdict === "beyond" && level !== "disabled");
  const other = rest.filter(({ verdict }) => verdict === "ahead" || verdict === "waived" || verdict === "undetermined");
  return [
    folded(
      `${counted(beyond.length, failsOf(divergences) ? "further divergence" : "divergence")} beyond tolerance${of}`,
      beyond,
    ),
    folded(`${counted(other.length, "divergence")} ahead, waived or undetermined${of}`, other),
    folded(`${counted(fixed.length, "divergence")} fixed${of}`, fixed),
  ].flat();
}

function folded(summary: string, divergences: readonly ReportedDivergence[]): readonly Section[] {
  if (divergences.length === 0) return [];
  const text = summary.replace(/`+([^`]*)`+/g, "$1").replace(/[<>&]/g, "");
  return [
    {
      head: ["<details>", `<summary>${text}</summary>`, ""],
      items: findingItems(divergences),
      foot: ["", "</details>", ""],
    },
  ];
}
