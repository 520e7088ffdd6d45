import { provenanceDivergences } from "../core/history";
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

export const provenanceParity = defineParityPolicy({
  name: "provenance-parity",
  description:
    "The same program and providers, at the same commit or a later one, compared with a reference that is not stale.",
  cause: "environments as code, drift over time",
  level: "mandatory",
  mend: (finding) => (finding.aged === true ? undefined : MENDS[finding.key ?? ""]) ?? usual(finding),
  find: (comparison, { now, provenance }) => provenanceDivergences(comparison, provenance ?? {}, now),
});
