import { defineKnobs, textsKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    presentOnBoth: textsKnob("Properties that may have any value, if both sides have one: environment.variables.*."),
  },
  ({ presentOnBoth: property }) => ({
    tolerances: property?.length
      ? [{ name: "presentOnBoth", policy: "configuration-parity", property, allow: "presentOnBoth" }]
      : [],
  }),
);

export const configurationParity = defineParityPolicy({
  name: "configuration-parity",
  description: "Settings that decide how the software behaves are the same.",
  cause: "configuration",
  level: "mandatory",
  knobs,
  mend: mendWith({}),
});
