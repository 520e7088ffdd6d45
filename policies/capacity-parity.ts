import { choiceKnob, defineKnobs, ratioKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    minRatio: ratioKnob("How small counts, memory and storage may be: the subject's divided by the reference's.", 1),
    maxRatio: ratioKnob("How large they may be; 1 where not set."),
    maxStepsDown: { type: "integer", minimum: 0, maximum: 50, description: "How many sizes smaller a size may be." },
    family: choiceKnob(["same", "architecture", "any"], "What a size must have in common; same where not set."),
  },
  ({ minRatio, maxRatio, maxStepsDown, family }) => {
    const policy = "capacity-parity";
    const numbers = minRatio !== undefined || maxRatio !== undefined;
    const sizes = maxStepsDown !== undefined || family !== undefined;
    const ratio = { min: minRatio ?? 0.1, max: maxRatio ?? 1 };
    const size = { family: family ?? "same", stepsDown: maxStepsDown ?? 3 };
    return {
      tolerances: [
        ...(numbers
          ? [{ name: "ratio", policy, class: ["count" as const, "capacity" as const], allow: { ratio } }]
          : []),
        ...(numbers || sizes
          ? [
              {
                name: "size",
                policy,
                class: "size" as const,
                allow: [{ size }, { ratio: numbers ? ratio : { min: 0.25, max: 1 } }],
              },
            ]
          : []),
      ],
    };
  },
);

export const capacityParity = defineParityPolicy({
  name: "capacity-parity",
  description: "What is scaled down stays in bounds: same family, same architecture, not too small.",
  cause: "scaled-down resources",
  level: "mandatory",
  knobs,
  mend: mendWith({ changed: "scale {property} towards {value}" }),
});
