import type { Level } from "../vocabulary";

/** How divergences of one pair are judged; all of it comes from parity.yaml, resolved for this one pair. */
export interface JudgeOptions {
  /** In order: presets first, then files from the outermost to the innermost. The last that matches wins. */
  readonly rules: readonly ToleranceRule[];
  readonly enforce: "all" | "introduced";
  readonly undetermined: "ignore" | "advisory" | "mandatory";
  /** The level where no rule sets one. */
  readonly level: Level;
}

/** One entry of `tolerances`. */
export interface ToleranceRule {
  /** `parity.yaml:17` or `standard/rds-class` */
  readonly name: string;
  readonly level?: Level;
}
