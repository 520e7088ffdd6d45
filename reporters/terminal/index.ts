import { plainLine } from "../../core/report/plain";
import { resourceName } from "../../core/report/label";
import { countVerdicts } from "../../core/report/score";
import type { Report, ReportedDivergence } from "../../core/report/types";
import { reportsOf, type Reporter, type ReporterOptions } from "../reporter";
import { byResource, clusters } from "../view/clusters";
import { packagesApart } from "../view/packages";
import { rootsOf } from "../view/roots";
import { stackName } from "../view/stack-name";
import { scoreLines } from "./bars";
import { groupLines, type Frame } from "./finding";
import { matrixLines } from "./matrix";
import { styleFor, type Style } from "./style";
import { sideNames } from "./values";

/** For people in front of a terminal, or reading a build's log. */
export const terminal: Reporter = (report, options) => {
  const style = styleFor(options.color);
  const several = report.schema === "parity-reports/1" ? matrixLines(report, style) : [];
  const lines = [...reportsOf(report).flatMap((one) => reportLines(one, options, style)), ...several];
  return `${lines.join("\n")}\n`;
};

/** Findings that are shown before the rest is only counted. */
const SHOWN = 25;

function reportLines(report: Report, { all, columns }: ReporterOptions, style: Style): readonly string[] {
  const told = report.divergences.filter(isTold);
  const { roots, brought } = rootsOf(told);
  const frame: Frame = {
    style,
    columns: Math.max(columns, 60),
    names: sideNames(report),
    shorten: !all,
    brought,
  };
  const packages = packagesApart(roots);
  const listed = clusters(all ? report.divergences : packages.others);
  const shown = all ? listed : listed.slice(0, SHOWN);
  return [
    ...headLines(report, style),
    "",
    ...(report.notCompared !== undefined ? [] : [...scoreLines(report, style), ""]),
    ...byResource(shown).flatMap((group) => groupLines(group, frame)),
    ...(all
      ? []
      : packageLines(
          packages.ecosystems.map(({ line }) => line),
          style,
        )),
    ...restLines(
      report,
      shown.reduce((sum, cluster) => sum + cluster.all.length, 0),
      style,
    ),
    ...alsoLines(report, style),
    ...noteLines(report, style, all),
  ];
}

function packageLines(lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : [style.strong("packages"), ...lines.map((line) => `  ${line}`), ""];
}

/** What a reader has to see; the rest is counted. */
function isTold({ verdict, level }: ReportedDivergence): boolean {
  return (verdict === "beyond" && level !== "disabled") || verdict === "ahead";
}

function headLines({ subject, reference, config, divergences, notCompared }: Report, style: Style): readonly string[] {
  const title = `${style.strong(plainLine(stackName(subject)))} against ${style.strong(plainLine(stackName(reference)))}`;
  const judged = plainLine(`judged by ${config.file ?? "no parity.yaml"} (${config.preset})`);
  if (notCompared !== undefined)
    return [`${title}  ${style.quiet(judged)}`, style.warn(plainLine(`? nothing was compared: ${notCompared.why}`))];
  const beyond = divergences.filter(({ verdict }) => verdict === "beyond");
  const mandatory = beyond.filter(({ level }) => level === "mandatory").length;
  const advisory = beyond.filter(({ level }) => level === "advisory").length;
  const parts = [
    ...(mandatory > 0 ? [style.bad(`✗ ${mandatory} mandatory`)] : []),
    ...(advisory > 0 ? [style.warn(`! ${advisory} advisory`)] : []),
  ];
  const verdict =
    parts.length === 0 ? style.good("✓ nothing is beyond tolerance") : `${parts.join(" · ")} beyond tolerance`;
  return [`${title}  ${style.quiet(judged)}`, verdict];
}

function restLines({ divergences }: Report, shown: number, style: Style): readonly string[] {
  const { within, waived, undetermined } = countVerdicts(divergences);
  const counts = [`${within} within tolerance`, `${waived} waived`, `${undetermined} undetermined`].join(" · ");
  const hidden = divergences.length - shown;
  if (hidden === 0) return [style.quiet(counts)];
  const more = `${hidden} more ${hidden === 1 ? "divergence" : "divergences"} with --show-all`;
  return [`${style.quiet(`${counts} · `)}${style.info(more)}`];
}

/** What an upgrade of the preset would change. */
function alsoLines({ also, divergences }: Report, style: Style): readonly string[] {
  if (also === undefined) return [];
  const { preset, changes } = also;
  if (changes.length === 0) return [style.info(plainLine(`under ${preset} every verdict would be the same`))];
  const named = new Map(divergences.map((one) => [one.id, `${resourceName(one)} ${one.key ?? one.kind}`]));
  return [
    style.strong(plainLine(`under ${preset}, ${changes.length} of these would be judged otherwise`)),
    ...changes.map(({ divergence, now, then }) =>
      plainLine(`  ${named.get(divergence) ?? divergence}: ${then} instead of ${now}`),
    ),
  ];
}

function noteLines(
  { remarks = [], secrets = 0, overrides, loosened = [] }: Report,
  style: Style,
  all: boolean,
): readonly string[] {
  const notes = [
    ...overrides.map(({ reason, by }) => `overridden${by === undefined ? "" : ` by ${by}`}: ${reason}`),
    ...loosened.map(
      ({ divergence, before, now }) =>
        `loosened in this change: ${divergence} is judged by ${now} instead of ${before}`,
    ),
    ...(secrets > 0 ? [`${secrets} secret values were compared for presence only`] : []),
    ...(all ? remarks : remarks.slice(0, 5)),
    ...(all || remarks.length <= 5 ? [] : [`${remarks.length - 5} more remarks with --show-all`]),
  ];
  return [...notes.map((note) => style.quiet(`note: ${plainLine(note)}`)), ""];
}
