import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const securityParity = defineParityPolicy({
  name: "security-parity",
  description: "Encryption, exposure, identity and TLS are the same, and nothing of the reference is used from here.",
  cause: "configuration",
  level: "mandatory",
  mend: mendWith({}),
});
