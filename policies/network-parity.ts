import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const networkParity = defineParityPolicy({
  name: "network-parity",
  description: "Subnets, zones, routes, rules and listeners are wired alike, whatever their ids.",
  cause: "network topology",
  level: "mandatory",
  mend: mendWith({ changed: "wire {property} as in the reference", removed: "wire {property} as in the reference" }),
});
