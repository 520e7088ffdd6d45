import { pairsFor, type ParityConfig, type ResolvedPair } from "../../core/config";
import type { ForgottenStack, Reports } from "../../core/report/types";
import type { Fleet } from "./fleet/fleet";
import { exemptionOf, unjudgedStack } from "./unjudged";

/** Audits every pair that parity.yaml names. */
export async function auditAll(config: ParityConfig, fleet: Fleet, done: () => void): Promise<Reports> {
  const { stacks } = fleet;
  const exempt = stacks.flatMap((stack) => exemptionOf(config.exempt, stack));
  const judged = stacks.filter((stack) => exemptionOf(config.exempt, stack).length === 0);
  const pairs: readonly ResolvedPair[] = judged.flatMap((stack) =>
    pairsFor(config, stack, stacks).filter(({ gate }) => !gate),
  );
  const { outcomes, forgotten, failed } = await fleet.answer({ pairs, stacks: judged }, done);
  return {
    schema: "parity-reports/1",
    reports: outcomes.flatMap((outcome) => ("schema" in outcome ? [outcome] : [])),
    unjudged: judged.flatMap((stack) => unjudgedStack(config, stack, pairs)),
    exempt,
    forgotten: oldestFirst(forgotten),
    failed: [...fleet.failed, ...failed, ...outcomes.flatMap((outcome) => ("why" in outcome ? [outcome] : []))],
  };
}

function oldestFirst(stacks: readonly (ForgottenStack | undefined)[]): readonly ForgottenStack[] {
  return stacks.filter((one) => one !== undefined).sort((one, other) => other.ageDays - one.ageDays);
}
