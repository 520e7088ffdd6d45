import type { Finding } from "../core/model/finding";
import { defineParityPolicy } from "../core/policy";
import { findUnmasked } from "./data/masking";
import { mendWith } from "./mend";

const mend = mendWith({});

export const dataParity = defineParityPolicy({
  name: "data-parity",
  description:
    "Data has the same shape, enough volume, masking and freshness; storage has the same engines, keys and indexes.",
  cause: "data shape, volume, masking and freshness",
  level: "mandatory",
  mend: mendOf,
  find: findUnmasked,
});

/** Of masking there is nothing to set: the data has to be made anew, or the column declared. */
function mendOf(finding: Finding): string {
  if (finding.key !== "masked") return mend(finding);
  return `mask ${finding.symbolicName} in the subject's data, and declare it under masked: of the data evidence`;
}
