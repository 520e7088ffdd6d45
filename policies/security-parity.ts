import { choiceKnob, defineKnobs, textsKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { LEVELS } from "../core/vocabulary";
import { mendWith } from "./mend";

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    shared: choiceKnob(LEVELS, "What becomes of the reference's things that are used from here."),
    allowShared: textsKnob("Values of the reference that may be used from here: globs over the whole value."),
  },
  ({ shared: level, allowShared = [] }) => ({
    tolerances: level === undefined ? [] : [{ name: "shared", policy: "security-parity", change: "shared", level }],
    ...(allowShared.length > 0 && { shared: allowShared.map((value) => ({ value })) }),
  }),
);

export const securityParity = defineParityPolicy({
  name: "security-parity",
  description: "Encryption, exposure, identity and TLS are the same, and nothing of the reference is used from here.",
  cause: "configuration",
  level: "mandatory",
  knobs,
  mend: mendWith({}),
});
