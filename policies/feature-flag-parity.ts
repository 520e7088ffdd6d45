import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const featureFlagParity = defineParityPolicy({
  name: "feature-flag-parity",
  description: "The same flags exist, in the same state or in an allowed one.",
  cause: "feature flags",
  level: "mandatory",
  mend: mendWith({
    missing: "define the flag {name} here too",
    extra: "remove the flag {name}, or define it in the reference too",
  }),
});
