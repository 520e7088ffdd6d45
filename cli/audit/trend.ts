import { countOf, type HistoryReport } from "../../core/history/trend";
import type { Report, ReportedDivergence, ReportedSince, TrendPoint } from "../../core/report/types";
import type { BlameReport, Began } from "../history/blame-report";
import type { PastDocument } from "./past-documents";

/** The report with its pair's past: the trend from a history, since when each divergence lasts from a blame. */
export function withPast(report: Report, documents: readonly PastDocument[]): Report {
  const ofPair = documents.filter((document) => isOf(document, report));
  const history = ofPair.find((document) => document.schema === "parity-history/1");
  const blame = ofPair.find((document) => document.schema === "parity-blame/1");
  return {
    ...report,
    ...(history !== undefined && { trend: trendOf(history) }),
    ...(blame !== undefined && { divergences: report.divergences.map(dated(blame)) }),
  };
}

function isOf(document: PastDocument, { subject, reference }: Report): boolean {
  return names(document.subject, subject) && names(document.reference, reference);
}

function names(full: string, { project, name }: Report["subject"]): boolean {
  const [stack, itsProject] = full.split("/").reverse();
  return stack === name && (itsProject === undefined || project === undefined || itsProject === project);
}

function trendOf({ points }: HistoryReport): readonly TrendPoint[] {
  return points.flatMap(({ at, measured, side, update }) =>
    measured === undefined
      ? []
      : [
          {
            at,
            score: measured.score,
            beyond: countOf(measured, "beyond"),
            label: `${side} ${update.kind} ${update.id}`,
          },
        ],
  );
}

function dated({ divergences }: BlameReport): (divergence: ReportedDivergence) => ReportedDivergence {
  const begins = new Map(divergences.map(({ id, began }) => [id, began] as const));
  return (divergence) => {
    const began = begins.get(divergence.id);
    return began === undefined ? divergence : { ...divergence, since: sinceOf(began) };
  };
}

function sinceOf({ at, side, update, atStart }: Began): ReportedSince {
  const { commit, author, message, link } = update;
  return {
    at,
    side,
    ...(commit !== undefined && { commit }),
    ...(author !== undefined && { author }),
    ...(message !== undefined && { message }),
    ...(link !== undefined && { link }),
    ...(atStart && { atLeast: true }),
  };
}
