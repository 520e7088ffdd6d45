import type { Dimension } from "../report/types";
import type { Side } from "./types";

/** Parity over time (`parity-history/1`): what `parity history --format json` gives and the HTML report draws. */
export interface Trend {
  readonly schema: "parity-history/1";
  readonly generatedAt: string;
  readonly subject: string;
  readonly reference: string;
  readonly points: readonly TrendPoint[];
  readonly notes: readonly string[];
}

/** Parity after one update of either side, compared with the other side's state as of then. */
export interface TrendPoint {
  /** ISO 8601. */
  readonly at: string;
  readonly side: Side;
  readonly update: {
    readonly id: string;
    readonly kind: string;
    readonly message?: string;
    readonly commit?: string;
    readonly author?: string;
    readonly link?: string;
  };
  /** Undefined, with the reason in `unreadable`, where a state of that moment cannot be read. */
  readonly measured?: Measured;
  readonly unreadable?: string;
}

export interface Measured {
  /** 0 to 1. */
  readonly score: number;
  readonly dimensions: readonly Dimension[];
}

/** How many divergences a moment had with this verdict, over all dimensions. */
export function countOf(
  measured: Measured,
  verdict: "within" | "ahead" | "beyond" | "waived" | "undetermined",
): number {
  return measured.dimensions.reduce((sum, dimension) => sum + dimension[verdict], 0);
}
