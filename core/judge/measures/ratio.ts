import { fails, when, type Decision, type Measured } from "./decision";
import { numberOf } from "./numbers";

export interface RatioBounds {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** Subject divided by reference; a reference of 0 allows only 0. */
export function ratio({ min, max }: RatioBounds, { divergence: { values } }: Measured): Decision {
  const [subject, reference] = [numberOf(values.subject), numberOf(values.reference)];
  if (subject === undefined || reference === undefined) return fails("these are no two numbers, so they have no ratio");
  return within(subject, reference, { min, max });
}

export function within(subject: number, reference: number, { min = 0, max = Infinity }: RatioBounds): Decision {
  if (reference === 0) return when(subject === 0, "the reference is 0, which allows only 0");
  const found = subject / reference;
  if (found < min) return fails(`${percent(found)} of the reference, at least ${percent(min)} is allowed`);
  return when(found <= max, `${percent(found)} of the reference, at most ${percent(max)} is allowed`);
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}
