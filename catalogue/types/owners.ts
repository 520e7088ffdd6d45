import { CONFIGURATION_TYPE, type PolicyName } from "../../core/vocabulary";

/** Who owns a missing or extra resource; all other types are the inventory's. */
export const typeOwners: readonly (readonly [types: string, owner: PolicyName])[] = [
  [CONFIGURATION_TYPE, "configuration-parity"],
  ["parity:sbom:*", "dependency-parity"],
  ["parity:data:*", "data-parity"],
  ["parity:flag:*", "feature-flag-parity"],
];
