import type { ResolvedPair } from "../../core/config";
import { pairsFor } from "../../core/config";
import { fullName } from "../../core/config/pairs/stack-pattern";
import { ParityError } from "../../core/errors";
import type { FailedPair, Report, Reports } from "../../core/report/types";
import { forgottenStacks } from "./forgotten";
import { judgePair, unreferencedReport, type Audit } from "./judge-pair";
import type { Inventory } from "./inventory";
import { exemptionOf, unjudgedStack } from "./unjudged";

/** Audits every pair that parity.yaml names. What cannot be read is named, and takes no other pair with it. */
export async function auditAll(
  audit: Audit,
  inventory: Inventory,
  done: (pair: ResolvedPair) => void,
): Promise<Reports> {
  const { config } = audit;
  const stacks = inventory.stacks;
  const exempt = stacks.flatMap((stack) => exemptionOf(config.exempt, stack));
  const judged = stacks.filter((stack) => exemptionOf(config.exempt, stack).length === 0);
  const pairs = judged.flatMap((stack) => pairsFor(config, stack, stacks).filter(({ gate }) => !gate));
  const outcomes = await Promise.all(
    pairs.map(async (pair) => {
      const outcome = await auditPair(audit, pair, inventory);
      done(pair);
      return outcome;
    }),
  );
  return {
    schema: "parity-reports/1",
    reports: outcomes.flatMap((outcome) => ("schema" in outcome ? [outcome] : [])),
    unjudged: judged.flatMap((stack) => unjudgedStack(config, stack, pairs)),
    exempt,
    forgotten: await forgottenStacks(audit, inventory, judged),
    failed: [...inventory.failed, ...outcomes.flatMap((outcome) => ("why" in outcome ? [outcome] : []))],
  };
}

async function auditPair(audit: Audit, pair: ResolvedPair, inventory: Inventory): Promise<Report | FailedPair> {
  try {
    const [subject, reference] = await Promise.all([inventory.subject(pair), inventory.reference(pair)]);
    if (reference.kind === "read")
      return await judgePair(audit, pair, { subject, reference: reference.stack }, undefined);
    const missing = { ...subject, name: pair.reference.stack, resources: [], source: reference.message };
    return unreferencedReport(audit, pair, { subject, reference: missing }, reference.message);
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    const place = error.place === undefined || error.message.includes(error.place) ? "" : `${error.place}: `;
    return { subject: fullName(pair.subject), reference: fullName(pair.reference), why: place + error.message };
  }
}
