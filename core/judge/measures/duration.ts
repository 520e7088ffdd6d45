import { formatPath, type Path } from "../../model/path";
import type { Value } from "../../model/value";
import type { DurationBounds } from "../allow";
import { fails, HOLDS, type Decision, type Measured } from "./decision";
import { numberOf } from "./numbers";
import { within } from "./ratio";

/** Bounds of the subject's duration, or of its share of the reference's. */
export function duration({ min, max, ratio }: DurationBounds, { divergence }: Measured): Decision {
  const unit = unitOf(divergence.path ?? []);
  const [subject, reference] = [
    secondsOf(divergence.values.subject, unit),
    secondsOf(divergence.values.reference, unit),
  ];
  if (subject === undefined) return fails("the subject's value is no duration");
  if (min !== undefined && subject < min) return fails(`${subject} s, at least ${min} s is allowed`);
  if (max !== undefined && subject > max) return fails(`${subject} s, at most ${max} s is allowed`);
  if (ratio === undefined) return HOLDS;
  return reference === undefined ? fails("the reference's value is no duration") : within(subject, reference, ratio);
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const WITH_UNIT = /^(?<number>\d+(?:\.\d+)?)\s*(?<unit>ms|s|m|h|d|w)$/;
const ISO = /^P(?:(?<d>\d+)D)?(?:T(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+(?:\.\d+)?)S)?)?$/;

/** `90`, `"90s"`, `"PT1M30S"`; a plain number is of the unit that its property's name says. */
export function secondsOf(value: Value | undefined, unit: number): number | undefined {
  if (typeof value === "string") {
    const { number, unit: written = "" } = WITH_UNIT.exec(value)?.groups ?? {};
    if (number !== undefined) return Number(number) * (SECONDS[written] ?? 1);
    const iso = ISO.exec(value)?.groups;
    if (iso !== undefined)
      return Object.entries<string | undefined>(iso).reduce(
        (sum, [part, count = "0"]) => sum + Number(count) * (SECONDS[part] ?? 0),
        0,
      );
  }
  const number = numberOf(value);
  return number === undefined ? undefined : number * unit;
}

const UNIT_WORDS: readonly (readonly [RegExp, number])[] = [
  [/(?:millis(?:econds)?|_?ms|Ms)$/, 0.001],
  [/(?:minutes?)$/i, 60],
  [/(?:hours?)$/i, 3600],
  [/(?:days?|retentionPeriod)$/i, 86_400],
];

/** Seconds unless the property's name says otherwise. */
function unitOf(path: Path): number {
  const name = formatPath(path);
  return UNIT_WORDS.find(([word]) => word.test(name))?.[1] ?? 1;
}
