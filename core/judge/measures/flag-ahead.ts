import type { Divergence } from "../../model/comparison";
import type { Resource } from "../../model/resource";
import type { Value } from "../../model/value";
import { fails, when, type Decision, type Measured } from "./decision";

/** A flag that is tried in the subject first: there, or on there, and changed last and not too long ago. */
export function flagAhead(days: number, { divergence }: Measured): Decision {
  const { kind, subject, reference } = divergence;
  if (kind === "missing" || subject === undefined) return fails("a flag that only the reference has is not ahead");
  if (isOffHere(divergence)) return fails("a flag that is off here and on in the reference is not ahead");
  const age = ageOf(subject);
  if (age === undefined) return fails("nothing says when the flag was last changed");
  const other = ageOf(reference);
  if (other !== undefined && other < age) return fails("the reference changed it last");
  return when(age <= days, `last changed ${String(age)} days ago, ${String(days)} are allowed`);
}

/** Its default as well: `false`, or a variant of that name. */
function isOffHere({ key, values, subject, reference }: Divergence): boolean {
  if (reference === undefined) return false;
  if (subject?.inputs.enabled === false && reference.inputs.enabled !== false) return true;
  return (key === "enabled" || key === "default") && isOff(values.subject) && !isOff(values.reference);
}

function isOff(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0) return true;
  return typeof value === "string" && /^(?:false|off|disabled|no|0)$/i.test(value);
}

/** Days since the last change, as the flag's own system tells it. */
function ageOf(resource: Resource | undefined): number | undefined {
  const age = resource?.inputs.ageDays;
  return typeof age === "number" ? age : undefined;
}
