import type { PolicyPackArgs } from "@pulumi/policy";
import type { ParityPolicy } from "../../core/policy";
import { policies as builtIn } from "../list";
import { PackRun } from "./pack-run";
import { recordInputs } from "./record-inputs";
import { stackPolicy } from "./stack-policy";

/**
 * The policies for a `PolicyPack`: `record-inputs`, which alone sees the inputs of every resource, then the built-in
 * ones and a team's own, which all judge one comparison. To be called once a process, before the `PolicyPack` is made.
 */
export function environmentParity(own: readonly ParityPolicy[] = []): PolicyPackArgs["policies"] {
  const policies = [...builtIn, ...own];
  const run = new PackRun(policies, process.env);
  run.listen();
  return [recordInputs(run), ...policies.map((policy) => stackPolicy(policy, run))];
}
