import { provenanceDivergences } from "../core/history";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const provenanceParity = defineParityPolicy({
  name: "provenance-parity",
  description:
    "The same program and providers, at the same commit or a later one, compared with a reference that is not stale.",
  cause: "environments as code, drift over time",
  level: "mandatory",
  mend: mendWith({ changed: "deploy both from the same commit and providers" }),
  find: (comparison, { now, provenance }) => provenanceDivergences(comparison, provenance ?? {}, now),
});
