import type { RuleGroup } from "../rule";
import { blocks } from "./aws/blocks";
import { compute } from "./aws/compute";
import { dataStores } from "./aws/data-stores";
import { edgeAndNetwork } from "./aws/edge-and-network";
import { securityAndOperations } from "./aws/security-and-operations";
import { clouds } from "./clouds";
import { evidence } from "./evidence";
import { areas } from "./general/areas";
import { capacity } from "./general/capacity";
import { configuration } from "./general/configuration";
import { data } from "./general/data";
import { dependencies } from "./general/dependencies";
import { documents } from "./general/documents";
import { flags } from "./general/flags";
import { names } from "./general/names";
import { network } from "./general/network";
import { references } from "./general/references";
import { resilience } from "./general/resilience";
import { security } from "./general/security";
import { kubernetes } from "./kubernetes";
import { settings } from "./settings";

/** All built-in rules. Their order matters only between rules of one weight: the later wins. */
export const ruleGroups: readonly RuleGroup[] = [
  areas,
  configuration,
  data,
  names,
  references,
  network,
  capacity,
  dependencies,
  resilience,
  security,
  documents,
  flags,
  blocks,
  compute,
  dataStores,
  edgeAndNetwork,
  securityAndOperations,
  kubernetes,
  clouds,
  settings,
  evidence,
];
