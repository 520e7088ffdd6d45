/** One line of the table: what is measured, against what, and how far it may go. */
export interface Line {
  readonly name: string;
  readonly what: string;
  readonly against: string;
  /** The ratio that it must not exceed. */
  readonly goal: number;
  readonly unit: "ms" | "MB" | "ratio";
  /** Throws where what was timed gave a wrong answer. */
  measure(runs: number): Promise<Outcome>;
}

export interface Outcome {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  readonly note?: string;
}

/** Gives a literal its type. */
export function defineLine(line: Line): Line {
  return line;
}
