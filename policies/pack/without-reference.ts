import type { ResolvedPair } from "../../core/config";
import type { ReferenceOutcome } from "../../sources/reference";
import { NOTHING, type Judgement } from "./judgement";

/** What to say where there is nothing to compare with. That it is absent is no fault; that it is unreadable rejects. */
export function withoutReference(
  { reference: { stack }, level, onReferenceAbsent }: ResolvedPair,
  outcome: Exclude<ReferenceOutcome, { readonly kind: "read" }>,
  lowered: boolean,
): Judgement {
  const absent = outcome.kind === "absent";
  const message = absent
    ? `nothing was compared: ${outcome.message}, the reference ${stack} is absent`
    : `the reference ${stack} cannot be read, so it cannot be told how this differs from it: ${outcome.message}`;
  const advisory = lowered || level !== "mandatory" || (absent && onReferenceAbsent === "advisory");
  return { ...NOTHING, shared: [{ message, severity: "medium", ...(advisory && { enforcementLevel: "advisory" }) }] };
}
