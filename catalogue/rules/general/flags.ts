import { defineRules } from "../../rule";

export const flags = defineRules({
  name: "general/flags",
  reason: "Switches of the application itself. The switches of a cloud resource are settings.",
  rules: [
    {
      name: "feature-flag",
      property: "*FeatureFlag* *FeatureFlags.* *FeatureGate* *FeatureToggle* ldFlag* *Features.*",
      policy: "feature-flag",
      kind: "flag",
      noise: false,
    },
  ],
});
