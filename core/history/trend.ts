import type { Dimension } from "../report/types";
import type { Moment, Side } from "./types";

/** Parity over time (`parity-history/1`): what `parity history --format json` gives. */
export interface HistoryReport {
  readonly schema: "parity-history/1";
  /** ISO 8601. */
  readonly generatedAt: string;
  /** `organization/project/stack` */
  readonly subject: string;
  readonly reference: string;
  /** The oldest first. */
  readonly points: readonly HistoryPoint[];
  readonly notes: readonly string[];
}

/** Parity after one update of either side, compared with the other side's state as of then. */
export interface HistoryPoint {
  /** ISO 8601. */
  readonly at: string;
  readonly side: Side;
  readonly update: ReportedUpdate;
  /** Undefined where a state of that moment cannot be read; `unreadable` says why. */
  readonly measured?: Measured;
  readonly unreadable?: string;
}

/** An update as reports show it. */
export interface ReportedUpdate {
  readonly id: string;
  readonly kind: string;
  readonly message?: string;
  readonly commit?: string;
  readonly dirty?: true;
  readonly author?: string;
  readonly link?: string;
}

export interface Measured {
  /** 0 to 1. */
  readonly score: number;
  readonly dimensions: readonly Dimension[];
}

type Verdict = "within" | "ahead" | "beyond" | "waived" | "undetermined";

/** How many divergences there were with this verdict, over all dimensions. */
export function countOf(measured: Measured, verdict: Verdict): number {
  return measured.dimensions.reduce((sum, dimension) => sum + dimension[verdict], 0);
}

/** Only what the backend recorded. */
export function reportedUpdate({ update }: Moment): ReportedUpdate {
  const { id, kind, message, commit, dirty, author, link } = update;
  return {
    id,
    kind,
    ...(message !== undefined && { message }),
    ...(commit !== undefined && { commit }),
    ...(dirty && { dirty }),
    ...(author !== undefined && { author }),
    ...(link !== undefined && { link }),
  };
}
