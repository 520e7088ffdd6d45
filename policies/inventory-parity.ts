import { defineKnobs, textsKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const POLICY = "inventory-parity";

const knobs = defineKnobs(
  {
    ignoreResources: USUAL_KNOBS.ignoreResources,
    maxAge: USUAL_KNOBS.maxAge,
    allowMissing: textsKnob("Resources that the subject may lack: globs over type, or type::name."),
    allowExtra: textsKnob("Resources that only the subject may have: globs over type, or type::name."),
  },
  ({ allowMissing, allowExtra }) => ({
    tolerances: [
      ...(allowMissing?.length ? [may("allowMissing", "missing", allowMissing)] : []),
      ...(allowExtra?.length ? [may("allowExtra", "extra", allowExtra)] : []),
    ],
  }),
);

function may<Change extends "missing" | "extra">(name: string, change: Change, on: string[]) {
  return { name, policy: POLICY, change, on, allow: "any" as const };
}

export const inventoryParity = defineParityPolicy({
  name: "inventory-parity",
  description: "Every resource of the reference has a counterpart, and there is nothing extra.",
  cause: "infrastructure that only one environment has",
  level: "mandatory",
  knobs,
  mend: mendWith({}),
});
