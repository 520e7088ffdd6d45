import type { ParityConfig } from "../../core/config";
import { resourceName } from "../../core/report/label";
import type { Report, ReportedStack, Reports } from "../../core/report/types";

/** Which document judges, and how much it says. One line. */
export function configDetail({ origin, guessed, environments, entries }: ParityConfig): string {
  const judging = `${origin.preset}; ${entries.tolerances.length} tolerances, ${entries.waivers.length} waivers`;
  if (guessed) return `no parity.yaml was found; the pair is guessed; ${judging}`;
  if (origin.file === undefined) return `by the preset alone; ${judging}`;
  return `parity.yaml: ${origin.file}; environments ${environments.map(({ name }) => name).join(", ")}; ${judging}`;
}

/** What was read of both stacks, how they were aligned, what was taken for the same, and how each divergence was decided. */
export function reportDetails(report: Report | Reports): readonly string[] {
  if (report.schema === "parity-reports/1") return report.reports.flatMap(reportDetails);
  const { subject, reference, pairs, equivalences, divergences } = report;
  return [
    `subject ${stackText(subject)}`,
    `reference ${stackText(reference)}`,
    `aligned ${pairs.length} pairs: ${countsBy(pairs.map(({ via }) => via))}`,
    ...equivalences.map(
      (one) => `the same: ${one.subject} ↔ ${one.reference} (${one.source}, ${one.occurrences} times)`,
    ),
    ...divergences.map(
      (one) =>
        `${one.policy} ${one.type}::${resourceName(one)} ${one.key ?? one.kind}: ${one.verdict} (${one.level}) by ${one.rule}`,
    ),
  ];
}

function stackText({ name, resources, source, capturedAt }: ReportedStack): string {
  return `${name}: ${resources} resources, from ${source}${capturedAt === undefined ? "" : `, of ${capturedAt}`}`;
}

/** `12 by urn, 3 by name` */
function countsBy(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} by ${word}`).join(", ");
}
