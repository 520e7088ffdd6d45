import { defineKnobs, timeSpanKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    allowAhead: timeSpanKnob("How long a flag may be here, or on here, before the reference has it so: 14d."),
  },
  ({ allowAhead }) => ({
    tolerances: allowAhead === undefined ? [] : [{ name: "allowAhead", policy: "feature-flag-parity", allowAhead }],
  }),
);

export const featureFlagParity = defineParityPolicy({
  name: "feature-flag-parity",
  description: "The same flags exist, in the same state or in an allowed one.",
  cause: "feature flags",
  level: "mandatory",
  knobs,
  mend: mendWith({
    missing: "define the flag {name} here too",
    extra: "remove the flag {name}, or define it in the reference too",
  }),
});
