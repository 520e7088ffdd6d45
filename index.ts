import { PolicyPack } from "@pulumi/policy";
import { environmentParity } from "./policies";

new PolicyPack("environment-parity", {
  description: "Rejects the preview of an environment that diverges from production beyond tolerance.",
  displayName: "Environment parity",
  enforcementLevel: "mandatory",
  policies: environmentParity(),
});
