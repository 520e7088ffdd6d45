import { provenanceDivergences } from "../core/history";
import { defineKnobs, timeSpanKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

const usual = mendWith({ changed: "bring it to what the reference has" });

/** By what is wrong; what has lasted too long is mended like any divergence. */
const MENDS: Readonly<Record<string, string>> = {
  commit: "deploy it from the reference's commit or a later one",
  dirty: "commit the changes, and deploy it from there",
  repository: "deploy both from one repository",
  project: "compare stacks of one program",
  pulumiVersion: "deploy both with one major version of Pulumi",
  referenceAge: "record the reference again with `parity snapshot`",
  subjectDeployment: "deploy it again",
  referenceDeployment: "deploy the reference again",
  lifetime: "remove it with `pulumi destroy --remove`, or raise its environment's lifetime",
  owner: "say whose it is: `pulumi stack tag set`",
};

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    lead: timeSpanKnob("How long a stack may have a change of the program first: 14d."),
    maxReferenceAge: timeSpanKnob("How long ago the reference's snapshot or plan may have been recorded: 7d."),
    maxDeploymentAge: timeSpanKnob("How long ago a stack that is deployed may have been updated: 30d."),
  },
  ({ lead, maxReferenceAge, maxDeploymentAge }) => ({
    ...(lead !== undefined && { lead }),
    ...(maxReferenceAge !== undefined && { maxReferenceAge }),
    ...(maxDeploymentAge !== undefined && { maxDeploymentAge }),
  }),
);

export const provenanceParity = defineParityPolicy({
  name: "provenance-parity",
  description:
    "The same program and providers, at the same commit or a later one, compared with a reference that is not stale.",
  cause: "environments as code, drift over time",
  level: "mandatory",
  knobs,
  mend: (finding) => (finding.aged === true ? undefined : MENDS[finding.key ?? ""]) ?? usual(finding),
  find: (comparison, { now, provenance }) => provenanceDivergences(comparison, provenance ?? {}, now),
});
