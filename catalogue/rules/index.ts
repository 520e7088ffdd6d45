import type { RuleGroup } from "../rule";
import { blocksOfCompute } from "./aws/blocks-of-compute";
import { blocksOfData } from "./aws/blocks-of-data";
import { blocksOfTheRest } from "./aws/blocks-of-the-rest";
import { databases } from "./aws/databases";
import { identity } from "./aws/identity";
import { operations } from "./aws/operations";
import { orders } from "./aws/orders";
import { storageAndMessaging } from "./aws/storage-and-messaging";
import { compute } from "./aws/compute";
import { edgeAndNetwork } from "./aws/edge-and-network";
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
import { namesInSettings } from "./names-in-settings";
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
  blocksOfCompute,
  blocksOfData,
  blocksOfTheRest,
  compute,
  databases,
  storageAndMessaging,
  edgeAndNetwork,
  identity,
  operations,
  orders,
  kubernetes,
  clouds,
  settings,
  namesInSettings,
  evidence,
];
