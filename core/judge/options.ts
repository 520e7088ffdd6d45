import type { Selector, Waiver } from "../config/entries";
import type { Since } from "../history";
import type { Catalogue } from "../model/catalogue";
import type { Sides } from "../model/comparison";
import type { Stack } from "../model/stack";
import type { ParityPolicy } from "../policy";
import type { Level } from "../vocabulary";
import type { Allow } from "./allow";

/** How divergences of one pair are judged; all of it comes from parity.yaml, resolved for this one pair. */
export interface JudgeOptions {
  /** In order: presets first, then files from the outermost to the innermost. The last that matches wins. */
  readonly rules: readonly ToleranceRule[];
  readonly waivers: readonly Waiver[];
  readonly enforce: "all" | "introduced";
  readonly undetermined: "ignore" | "advisory" | "mandatory";
  /** Days for which the subject may have something first; 0: not at all. */
  readonly leadDays: number;
  /** No finding of this pair is of a higher level. */
  readonly level: Level;
  readonly project: string;
  readonly environments: Sides<string>;
  readonly catalogue: Catalogue;
  /** The subject's own last state: since when it has what it has. */
  readonly before: Stack | undefined;
  /**
   * Set where a history tells since when the subject has what it has, of those divergences that need it; without it,
   * and without `before`, nobody knows who was first.
   */
  readonly past?: { readonly began: ReadonlyMap<string, Since> };
  /**
   * Set where this is a gate: the last state of the reference, which is being previewed. What the preview does not
   * change against it is never rejected.
   */
  readonly gate?: { readonly before: Stack | undefined };
}

/** What the judge needs of its caller, beyond what parity.yaml says. */
export interface JudgeContext {
  readonly policies: readonly ParityPolicy[];
  readonly now: Date;
}

/** One entry of `tolerances`. Its `allow` and its `level` are decided separately, each by the last rule that has one. */
export interface ToleranceRule {
  /** `parity.yaml:17` or `standard/rds-class` */
  readonly name: string;
  readonly select: Selector;
  readonly allow: Allow | undefined;
  readonly level: Level | undefined;
  readonly reason: string | undefined;
}
