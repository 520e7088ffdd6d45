import type { ResolvedPair } from "../../core/config";
import { fullName } from "../../core/config/pairs/stack-pattern";
import { readReference, type ReferenceOutcome } from "../../sources/reference";
import { bounded } from "../audit/bounded";
import type { Context } from "../command";
import type { Check } from "./check";

const SIDE_BY_SIDE = 4;

/** Reads every reference once, by the sources that a preview would take, and by no copy of earlier. */
export async function checkReferences(pairs: readonly ResolvedPair[], context: Context): Promise<readonly Check[]> {
  const { cwd, env, now } = context;
  const turn = bounded(SIDE_BY_SIDE);
  const each = [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()];
  return Promise.all(
    each.map(async (pair) => {
      const { referenceSources: sources, maxStaleDays } = pair;
      const name = fullName(pair.reference);
      const reading = { cli: { cwd, env }, whenQuiet: Promise.resolve(), cacheFolder: undefined };
      const outcome = await turn(() => readReference({ ...reading, sources, name, maxStaleDays, now }));
      return checkOf(name, outcome, pair);
    }),
  );
}

function keyOf({ reference, referenceSources }: ResolvedPair): string {
  return JSON.stringify([fullName(reference), referenceSources]);
}

function checkOf(name: string, outcome: ReferenceOutcome, { onReferenceAbsent }: ResolvedPair): Check {
  const check = "reference";
  if (outcome.kind === "unreadable") {
    const next = "until it can be read, previews of what is judged against it are rejected";
    return { check, state: "failed", message: `${name}: ${outcome.message}`, next, exitCode: 3 };
  }
  if (outcome.kind === "absent") {
    const rejected = onReferenceAbsent === "mandatory" ? "and previews are rejected" : "and nothing is rejected";
    const next = `deploy it: until then nothing is compared, ${rejected}`;
    return { check, state: "warning", message: `${name}: ${outcome.message}`, next };
  }
  const { resources, source, capturedAt } = outcome.stack;
  const when = capturedAt === undefined ? "" : `, of ${capturedAt}`;
  const message = `${name}: ${resources.length} resources, from ${source}${when}`;
  const [failure] = outcome.warnings;
  if (failure === undefined) return { check, state: "ok", message };
  return {
    check,
    state: "warning",
    message: `${message}, as an earlier source failed: ${failure}`,
    next: "mend that source",
  };
}
