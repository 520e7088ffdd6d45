import type { VersionFacts } from "../../model/catalogue";
import type { Value } from "../../model/value";
import { VERSION_STEPS, type VersionBounds, type VersionStep } from "../allow";
import { fails, HOLDS, when, type Decision, type Measured } from "./decision";

/** How far the subject leads or lags, by the first part of the version that differs. */
export function version(bounds: VersionBounds, measured: Measured): Decision {
  const read = readVersions(measured);
  if (read === undefined) return fails("these cannot be compared as versions");
  const { subject, reference } = read;
  if (subject.product !== reference.product)
    return fails(`versions of different things: ${subject.product || "unnamed"} and ${reference.product || "unnamed"}`);
  const { step, leads } = versionDistance(subject, reference);
  if (step === "none") return sameNumbers(bounds, subject, reference);
  const allowed = leads ? bounds.lead : bounds.lag;
  const enough = VERSION_STEPS.indexOf(allowed) >= VERSION_STEPS.indexOf(step);
  return when(
    enough,
    `a ${step} version ${leads ? "ahead" : "behind"}, ${leads ? "lead" : "lag"} of ${allowed} is allowed`,
  );
}

/** Builds of one version have no order: allowed where both directions are. */
function sameNumbers({ lead, lag }: VersionBounds, subject: VersionFacts, reference: VersionFacts): Decision {
  if (subject.rest === reference.rest) return HOLDS;
  return when(lead !== "none" && lag !== "none", `another build of the same version: ${subject.rest || "none"}`);
}

export function readVersions({ divergence, catalogue }: Pick<Measured, "divergence" | "catalogue">) {
  const { type, path = [], values } = divergence;
  const read = (value: Value | undefined) =>
    typeof value === "string" || typeof value === "number" ? catalogue.version(type, path, String(value)) : undefined;
  const [subject, reference] = [read(values.subject), read(values.reference)];
  return subject === undefined || reference === undefined ? undefined : { subject, reference };
}

/** The first part that differs names the step; a part that is not written counts as 0. */
export function versionDistance(
  subject: VersionFacts,
  reference: VersionFacts,
): { readonly step: VersionStep; readonly leads: boolean } {
  const length = Math.max(subject.parts.length, reference.parts.length);
  for (let at = 0; at < length; at++) {
    const difference = (subject.parts[at] ?? 0) - (reference.parts[at] ?? 0);
    if (difference !== 0) return { step: STEPS[at] ?? "patch", leads: difference > 0 };
  }
  return { step: "none", leads: false };
}

const STEPS: readonly VersionStep[] = ["major", "minor", "patch"];
