import { createCatalogue } from "../../catalogue";
import { compare } from "../../core/compare/compare";
import type { Comparison, Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { settleEvidence } from "../../sources/evidence";

const catalogue = createCatalogue();

/** The one comparison, with nothing declared: what an audit of two documents without parity.yaml sees. */
export function compareDocuments(stacks: Sides<Stack>, before?: Stack): Comparison {
  const { subject, reference } = settleEvidence(stacks);
  return compare(subject, reference, {
    catalogue,
    environments: {
      subject: { environment: subject.name, aliases: [] },
      reference: { environment: reference.name, aliases: [] },
    },
    same: [],
    different: [],
    match: [],
    absent: [],
    substitutes: [],
    before,
    shareable: [],
  });
}
