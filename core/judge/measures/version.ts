import type { VersionFacts } from "../../model/catalogue";
import type { Sides } from "../../model/comparison";
import type { Value } from "../../model/value";
import { VERSION_STEPS, type VersionBounds, type VersionStep } from "../allow";
import { fails, HOLDS, when, type Decision, type Measured } from "./decision";

/** How far the subject leads or lags, by the first part of the version that differs; of several each must hold. */
export function version(bounds: VersionBounds, measured: Measured): Decision {
  const read = readVersions(measured);
  if (read === undefined) return fails("these cannot be compared as versions");
  const decisions = read.map((pair) => withinBounds(bounds, pair));
  return decisions.find(({ holds }) => holds !== true) ?? HOLDS;
}

function withinBounds(bounds: VersionBounds, { subject, reference }: Sides<VersionFacts>): Decision {
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

/** The versions that stand against each other, mostly one pair; undefined where one of them cannot be read. */
export function readVersions({
  divergence,
  catalogue,
}: Pick<Measured, "divergence" | "catalogue">): readonly Sides<VersionFacts>[] | undefined {
  const { type, path = [], values } = divergence;
  const { role, tags } = divergence.subject ?? divergence.reference ?? {};
  const ecosystem = role === "evidence" ? tags?.ecosystem : undefined;
  const read = (value: Value | undefined) => listed(value).map((one) => catalogue.version(type, path, one, ecosystem));
  const [subjects, references] = [read(values.subject), read(values.reference)];
  if (subjects.length !== references.length) return undefined;
  const pairs = subjects.flatMap((subject, at) => {
    const reference = references[at];
    return subject === undefined || reference === undefined ? [] : [{ subject, reference }];
  });
  return pairs.length === 0 || pairs.length < subjects.length ? undefined : pairs;
}

/** A package may be there in several versions: `1.4.0, 2.0.1`. */
function listed(value: Value | undefined): readonly string[] {
  return typeof value === "string" || typeof value === "number" ? String(value).split(", ") : [];
}

/** The first part that differs names the step; a part that is not written counts as 0. */
export function versionDistance(
  subject: VersionFacts,
  reference: VersionFacts,
): { readonly step: VersionStep; readonly leads: boolean } {
  const inParts = firstDifference(subject.parts, reference.parts);
  const inOrder =
    subject.order === undefined || reference.order === undefined
      ? inParts
      : firstDifference(subject.order, reference.order);
  if (inOrder === undefined) return { step: "none", leads: false };
  const step = inParts === undefined ? undefined : STEPS[inParts.at];
  return { step: step ?? "patch", leads: inOrder.difference > 0 };
}

function firstDifference(subject: readonly number[], reference: readonly number[]) {
  const length = Math.max(subject.length, reference.length);
  for (let at = 0; at < length; at++) {
    const difference = (subject[at] ?? 0) - (reference[at] ?? 0);
    if (difference !== 0) return { at, difference };
  }
  return undefined;
}

const STEPS: readonly VersionStep[] = ["major", "minor", "patch"];
