import type { ReportedUpdate, Side } from "../../core/history";
import type { ReportedDivergence } from "../../core/report/types";

/** What `parity blame --format json` gives (`parity-blame/1`). */
export interface BlameReport {
  readonly schema: "parity-blame/1";
  /** ISO 8601. */
  readonly generatedAt: string;
  /** `organization/project/stack` */
  readonly subject: string;
  readonly reference: string;
  /** Length of the history, in updates of either side. */
  readonly moments: number;
  /** How many of the states that it kept were read for this. */
  readonly statesRead: number;
  readonly divergences: readonly BlamedDivergence[];
  readonly notes: readonly string[];
}

/** A present divergence; `began` is missing where no state of the past could be read. */
export type BlamedDivergence = Pick<
  ReportedDivergence,
  "id" | "policy" | "kind" | "type" | "subject" | "reference" | "property" | "key" | "values" | "verdict" | "message"
> & { readonly began?: Began };

/** Where the present run of a divergence begins. */
export interface Began {
  /** ISO 8601. */
  readonly at: string;
  /** The side whose update began it. */
  readonly side: Side;
  readonly update: ReportedUpdate;
  /** Whole days that it has lasted. */
  readonly days: number;
  /** It has lasted longer than parity.yaml's `maxAge` lets its dimension. */
  readonly overdue?: true;
  /** It is older than the history: nothing earlier is known. */
  readonly atStart: boolean;
  /** It had been there before, and was mended in between. */
  readonly cameBack: boolean;
  /** Updates just before that could not be read: it may have begun at any of them. */
  readonly unreadable: number;
  /** Moments since then that were not looked at, and at which it may have been gone for a while. */
  readonly unconfirmed: number;
}
