import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const inventoryParity = defineParityPolicy({
  name: "inventory-parity",
  description: "Every resource of the reference has a counterpart, and there is nothing extra.",
  cause: "infrastructure that only one environment has",
  level: "mandatory",
  mend: mendWith({}),
});
