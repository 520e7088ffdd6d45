import type { SizeFacts } from "../../model/catalogue";
import type { SizeBounds } from "../allow";
import { fails, HOLDS, type Decision, type Measured } from "./decision";

/** Steps on the provider's ladder of sizes, within a family or an architecture. */
export function size(bounds: SizeBounds, { divergence, catalogue }: Measured): Decision {
  const { type, values } = divergence;
  const read = (value: unknown) => (typeof value === "string" ? catalogue.size(type, value) : undefined);
  const [subject, reference] = [read(values.subject), read(values.reference)];
  if (subject === undefined || reference === undefined) return fails("these are no two sizes that are known");
  const other = otherKind(bounds.family, subject, reference);
  if (other !== undefined) return fails(other);
  return steps(subject.step - reference.step, bounds);
}

function otherKind(family: SizeBounds["family"], subject: SizeFacts, reference: SizeFacts): string | undefined {
  if (family === "any") return undefined;
  if (subject.architecture !== reference.architecture)
    return `another architecture: ${subject.architecture ?? "unknown"} instead of ${reference.architecture ?? "unknown"}`;
  if (family === "same" && subject.family !== reference.family)
    return `another family: ${subject.family} instead of ${reference.family}`;
  return undefined;
}

function steps(up: number, { stepsDown, stepsUp }: SizeBounds): Decision {
  if (-up > stepsDown) return fails(`${-up} sizes smaller, at most ${stepsDown} allowed`);
  if (up > stepsUp) return fails(`${up} sizes larger, at most ${stepsUp} allowed`);
  return HOLDS;
}
