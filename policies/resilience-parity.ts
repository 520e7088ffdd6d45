import { defineKnobs, ratioKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const POLICY = "resilience-parity";

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    allowWeaker: { type: "boolean", description: "Whether zones, replicas, backups and protection may be weaker." },
    minRetentionRatio: ratioKnob("How short backups may be kept: the subject's time divided by the reference's.", 1),
  },
  ({ allowWeaker, minRetentionRatio: min }) => ({
    tolerances: [
      ...(allowWeaker === undefined
        ? []
        : [{ name: "allowWeaker", policy: POLICY, allow: allowWeaker ? ("weaker" as const) : ("equal" as const) }]),
      ...(min === undefined
        ? []
        : [
            {
              name: "minRetentionRatio",
              policy: POLICY,
              class: "duration" as const,
              allow: { ratio: { min, max: 1 } },
            },
          ]),
    ],
  }),
);

export const resilienceParity = defineParityPolicy({
  name: "resilience-parity",
  description: "Zones, replicas, backups and protection are weaker in stated ways only.",
  cause: "behaviour under failure",
  level: "mandatory",
  knobs,
  mend: mendWith({}),
});
