import type { ParityPolicy } from "../core/policy";
import { capacityParity } from "./capacity-parity";
import { configurationParity } from "./configuration-parity";
import { dataParity } from "./data-parity";
import { dependencyParity } from "./dependency-parity";
import { featureFlagParity } from "./feature-flag-parity";
import { inventoryParity } from "./inventory-parity";
import { networkParity } from "./network-parity";
import { provenanceParity } from "./provenance-parity";
import { resilienceParity } from "./resilience-parity";
import { securityParity } from "./security-parity";
import { waiverHygiene } from "./waiver-hygiene";

/** All built-in policies, in the order of the documentation. */
export const policies: readonly ParityPolicy[] = [
  inventoryParity,
  dependencyParity,
  configurationParity,
  networkParity,
  capacityParity,
  dataParity,
  featureFlagParity,
  resilienceParity,
  securityParity,
  provenanceParity,
  waiverHygiene,
];
