/**
 * How far two values may be apart. `values` of every kind are [subject, reference] as the report shows them. `every`
 * holds if all of its parts hold, `some` if one does.
 */
export type Allow =
  | AllowWord
  | { readonly kind: "ratio"; readonly min: number | undefined; readonly max: number | undefined }
  | { readonly kind: "size"; readonly bounds: SizeBounds }
  | { readonly kind: "version"; readonly bounds: VersionBounds }
  | { readonly kind: "duration"; readonly bounds: DurationBounds }
  | { readonly kind: "oneOf"; readonly values: readonly (readonly [subject: unknown, reference: unknown])[] }
  /** Regular expressions that the whole text must fit; a side that is not given fits anything. */
  | { readonly kind: "pattern"; readonly subject: string | undefined; readonly reference: string | undefined }
  /** A flag that the subject has first, changed at most so many days ago. */
  | { readonly kind: "ahead"; readonly days: number }
  /** `place`: where the expression stands, for when it cannot be worked out. */
  | { readonly kind: "cel"; readonly expression: string; readonly place: string }
  | { readonly kind: "every"; readonly of: readonly Allow[] }
  | { readonly kind: "some"; readonly of: readonly Allow[] };

export const ALLOW_WORDS = ["any", "equal", "weaker", "stronger", "presentOnBoth", "subset", "superset"] as const;
type AllowWord = {
  readonly [Word in (typeof ALLOW_WORDS)[number]]: { readonly kind: Word };
}[(typeof ALLOW_WORDS)[number]];

export interface SizeBounds {
  /** The instance family must be the same; `architecture`: only the processor's. */
  readonly family: "same" | "architecture" | "any";
  readonly stepsDown: number;
  readonly stepsUp: number;
}

export const VERSION_STEPS = ["none", "patch", "minor", "major", "any"] as const;
export type VersionStep = (typeof VERSION_STEPS)[number];

export interface VersionBounds {
  /** How far the subject may be ahead. */
  readonly lead: VersionStep;
  /** How far it may be behind. */
  readonly lag: VersionStep;
}

/** Bounds of the subject's duration in seconds, or relative to the reference's. */
export interface DurationBounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly ratio: { readonly min: number | undefined; readonly max: number | undefined } | undefined;
}
