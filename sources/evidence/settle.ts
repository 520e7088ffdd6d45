import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { settleProfiles } from "../data-profile/settle";
import { settleComponents } from "../sbom/settle";
import { settleConfiguration } from "../stack-configuration/settle";

/**
 * What can only be said of two documents together: which of several versions stands against which, and what an
 * imported environment may give. Call it once before a comparison; a stack without evidence comes back as it is.
 */
export function settleEvidence(stacks: Sides<Stack>): Sides<Stack> {
  if (![stacks.subject, stacks.reference].every(hasEvidence)) return stacks;
  return [settleComponents, settleConfiguration, settleProfiles].reduce(
    (sides, settle) => applied(sides, settle),
    stacks,
  );
}

/** Evidence of one type on each side → the same, settled. */
export type Settle = (sides: Sides<readonly Resource[]>) => Sides<readonly Resource[]>;

function applied(stacks: Sides<Stack>, settle: Settle): Sides<Stack> {
  const [subject, reference] = [evidenceOf(stacks.subject), evidenceOf(stacks.reference)];
  const settled = settle({ subject, reference });
  return {
    subject: settled.subject === subject ? stacks.subject : replaced(stacks.subject, settled.subject),
    reference: settled.reference === reference ? stacks.reference : replaced(stacks.reference, settled.reference),
  };
}

function hasEvidence(stack: Stack): boolean {
  return stack.resources.some(({ role }) => role === "evidence");
}

function evidenceOf(stack: Stack): readonly Resource[] {
  return stack.resources.filter(({ role }) => role === "evidence");
}

function replaced(stack: Stack, evidence: readonly Resource[]): Stack {
  return { ...stack, resources: [...stack.resources.filter(({ role }) => role !== "evidence"), ...evidence] };
}
