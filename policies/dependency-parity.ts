import { VERSION_STEPS } from "../core/judge/allow";
import { choiceKnob, defineKnobs, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    maxLead: choiceKnob(
      VERSION_STEPS,
      "How far versions may be ahead; minor where only maxLag is set, any for images.",
    ),
    maxLag: choiceKnob(VERSION_STEPS, "How far versions and images may be behind; none where only maxLead is set."),
  },
  ({ maxLead, maxLag }) => {
    if (maxLead === undefined && maxLag === undefined) return {};
    const policy = "dependency-parity";
    const bounds = (lead: (typeof VERSION_STEPS)[number]) => ({
      version: { lead: maxLead ?? lead, lag: maxLag ?? "none" },
    });
    return {
      tolerances: [
        { name: "versions", policy, class: "version", allow: bounds("minor") },
        { name: "images", policy, class: "image", allow: bounds("any") },
      ],
    };
  },
);

export const dependencyParity = defineParityPolicy({
  name: "dependency-parity",
  description:
    "Images, runtimes, engines, layers, plugins and libraries never lag behind the reference, and lead only so far.",
  cause: "operating system or library versions",
  level: "mandatory",
  knobs,
  mend: mendWith({ changed: "move {property} to {value}", removed: "pin {property} to {value}" }),
});
