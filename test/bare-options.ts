import type { CompareOptions } from "../core/compare/options";
import type { Catalogue } from "../core/model/catalogue";
import type { Sides } from "../core/model/comparison";

/** What a comparison is told where no parity.yaml says anything: what the two environments are called. */
export function bareOptions(catalogue: Catalogue, { subject, reference }: Sides<string>): CompareOptions {
  return {
    catalogue,
    environments: {
      subject: { environment: subject, aliases: [] },
      reference: { environment: reference, aliases: [] },
    },
    same: [],
    different: [],
    match: [],
    absent: [],
    substitutes: [],
    before: undefined,
    shareable: [],
  };
}
