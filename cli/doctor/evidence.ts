import { relative } from "node:path";
import type { EvidenceSource, ResolvedPair, StackIdentity } from "../../core/config";
import { complaint, locateEvidence, refusal } from "../../sources/evidence/locate";
import type { Context } from "../command";
import { failedCheck, type Check } from "./check";

/** Looks for every document that parity.yaml names for one side of these pairs. */
export function checkEvidence(pairs: readonly ResolvedPair[], context: Pick<Context, "cwd" | "now">): readonly Check[] {
  const wanted = pairs.flatMap(({ subject, reference, evidence }) => [
    ...evidence.subject.map((source) => ({ source, owner: subject })),
    ...evidence.reference.map((source) => ({ source, owner: reference })),
  ]);
  const once = new Map(wanted.map((one) => [`${one.source.kind} ${one.source.path}`, one]));
  return [...once.values()].map(({ source, owner }) => checkDocument(source, owner, context));
}

function checkDocument(
  source: EvidenceSource,
  owner: StackIdentity,
  { cwd, now }: Pick<Context, "cwd" | "now">,
): Check {
  const check = "evidence";
  const shown = relative(cwd, source.path);
  try {
    const context = { owner, environment: source.environment, masked: source.masked, now };
    const located = locateEvidence(source, context, now);
    const refused = refusal(source, located);
    if (refused !== undefined) return failedCheck(check, refused);
    if (located.state !== "found")
      return { check, state: "warning", message: `${shown}: ${complaint(source, located)}` };
    const { resources } = located.document;
    return {
      check,
      state: "ok",
      message: `${shown}: ${resources.length} entries, ${Math.floor(located.ageDays)} days old`,
    };
  } catch (error) {
    return failedCheck(check, error);
  }
}
