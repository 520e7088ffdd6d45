import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const resilienceParity = defineParityPolicy({
  name: "resilience-parity",
  description: "Zones, replicas, backups and protection are weaker in stated ways only.",
  cause: "behaviour under failure",
  level: "mandatory",
  mend: mendWith({}),
});
