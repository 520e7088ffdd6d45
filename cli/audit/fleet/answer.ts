import type { ResolvedPair } from "../../../core/config";
import { fullName } from "../../../core/config/pairs/stack-pattern";
import { ParityError } from "../../../core/errors";
import type { FailedPair, Report } from "../../../core/report/types";
import { forgottenStack } from "../forgotten";
import type { Inventory } from "../inventory/types";
import { judgePair, unreferencedReport, type Audit } from "../judge-pair";
import type { Answers, Questions } from "./fleet";

/** Answers in this thread. What cannot be read is named, and takes no other pair with it. */
export async function answer(
  audit: Audit,
  inventory: Inventory,
  { pairs, stacks }: Questions,
  judged: () => void,
): Promise<Answers> {
  const outcomes = await Promise.all(
    pairs.map(async (pair) => {
      const outcome = await auditPair(audit, pair, inventory);
      judged();
      return outcome;
    }),
  );
  const forgotten = await Promise.all(stacks.map((stack) => forgottenStack(audit, inventory, stack)));
  return { outcomes, forgotten, failed: [] };
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
