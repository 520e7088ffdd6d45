import { createCatalogue } from "../../catalogue";
import { compare } from "../../core/compare/compare";
import type { Comparison, Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { settleEvidence } from "../../sources/evidence";
import { bareOptions } from "../bare-options";

const catalogue = createCatalogue();

/** The one comparison, with nothing declared: what an audit of two documents without parity.yaml sees. */
export function compareDocuments(stacks: Sides<Stack>, before?: Stack): Comparison {
  const { subject, reference } = settleEvidence(stacks);
  const options = bareOptions(catalogue, { subject: subject.name, reference: reference.name });
  return compare(subject, reference, { ...options, before });
}
