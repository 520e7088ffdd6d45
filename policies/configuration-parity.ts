import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const configurationParity = defineParityPolicy({
  name: "configuration-parity",
  description: "Settings that decide how the software behaves are the same.",
  cause: "configuration",
  level: "mandatory",
  mend: mendWith({}),
});
