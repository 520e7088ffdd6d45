import { defineKnobs } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

/** It judges waivers, which say themselves what they are for. */
const knobs = defineKnobs({});

export const waiverHygiene = defineParityPolicy({
  name: "waiver-hygiene",
  description: "Waivers have a reason, an owner and a future, and are used; overrides are settled.",
  cause: "accepted divergences that nobody looks at any more",
  level: "mandatory",
  knobs,
  mend: mendWith({ changed: "renew, settle or delete it" }),
});
