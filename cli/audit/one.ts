import { adHocPair } from "../../core/config";
import type { Report } from "../../core/report/types";
import type { Context } from "../command";
import { identityOf, judgePair, unreferencedReport, type Audit } from "./judge-pair";
import { readSide } from "./read";
import type { OnePair } from "./request";

/** Audits the two stacks that were named. */
export async function auditOne(
  audit: Audit,
  what: OnePair,
  before: string | undefined,
  context: Context,
): Promise<Report> {
  const [subject, reference, earlier] = await Promise.all([
    readSide(what.subject, context),
    readSide(what.reference, context),
    before === undefined ? undefined : readSide(before, context),
  ]);
  const pair = adHocPair(audit.config, identityOf(subject), identityOf(reference));
  const stacks = { subject, reference };
  if (reference.resources.length === 0) {
    const why = `the reference ${what.reference} holds nothing yet`;
    context.stderr.write(`parity: warning: ${why}\n`);
    return unreferencedReport(audit, pair, stacks, why);
  }
  return judgePair(audit, pair, stacks, earlier);
}
