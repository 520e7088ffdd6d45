import { relative, resolve } from "node:path";
import type { ParityConfig } from "../../core/config";
import { loadParityConfig } from "../../sources/parity-yaml";
import { projectNameFrom } from "../../sources/program";
import type { Context } from "../command";
import { neverMatching } from "../tolerance/idle-hints";
import { allPolicies } from "../tolerance/own-policies";
import { failedCheck, type Check } from "./check";

export interface Configuration {
  readonly checks: readonly Check[];
  /** Undefined where parity.yaml is wrong. */
  readonly config: ParityConfig | undefined;
}

/** Reads parity.yaml and the policies that it names. */
export function checkConfiguration(context: Pick<Context, "cwd" | "env">, named: string | undefined): Configuration {
  const { cwd, env } = context;
  try {
    const file = named === undefined ? {} : { file: resolve(cwd, named) };
    const config = loadParityConfig({ from: [cwd], env, ...file });
    return { checks: [...documentChecks(config, cwd), ...policyChecks(config)], config };
  } catch (error) {
    const failed = failedCheck("parity.yaml", error, "correct it; `parity schema` prints what it may hold");
    return { checks: [failed], config: undefined };
  }
}

function documentChecks({ guessed, origin, warnings, entries }: ParityConfig, cwd: string): readonly Check[] {
  const check = "parity.yaml";
  if (guessed) {
    const message = "there is none: pairs are guessed from the stacks' names, and nothing is rejected";
    return [{ check, state: "warning", message, next: "npx parity init" }];
  }
  const shown = origin.file === undefined ? "handed over" : relative(cwd, origin.file) || origin.file;
  const found: Check = { check, state: "ok", message: `${shown}, ${origin.preset}` };
  return [
    found,
    ...[...warnings, ...neverMatching(entries.tolerances)].map(
      (message) => ({ check, state: "warning", message, next: "correct that line" }) as const,
    ),
  ];
}

function policyChecks(config: ParityConfig): readonly Check[] {
  if (config.policies.length === 0) return [];
  try {
    const own = allPolicies(config).length - allPolicies({ policies: [] }).length;
    return [{ check: "policies", state: "ok", message: `${own} of your own` }];
  } catch (error) {
    return [failedCheck("policies", error)];
  }
}

/** The folder's project: without one only stacks of any project can be looked at. */
export function checkProject(cwd: string): { readonly check: Check; readonly project: string | undefined } {
  const project = projectNameFrom(cwd);
  const check = "project";
  if (project !== undefined) return { check: { check, state: "ok", message: project }, project };
  const message = "no Pulumi.yaml here or above: the stacks of all projects are looked at";
  return { check: { check, state: "ok", message }, project };
}

const MEANINGS: Readonly<Record<string, string>> = {
  PARITY_CONFIG: "beats every parity.yaml that could be found",
  PARITY_OVERRIDE: "makes runs advisory where parity.yaml permits it",
  PARITY_RECORD: "makes the pack record and judge nothing",
  PARITY_REPORT: "makes the pack write reports",
};
/** Left in an environment, these let everything through. */
const LOOSENING = ["PARITY_OVERRIDE", "PARITY_RECORD"];

/** What the environment's variables change without anybody seeing it. */
export function checkEnvironment(env: Context["env"]): readonly Check[] {
  return Object.entries(MEANINGS).flatMap(([name, meaning]): readonly Check[] => {
    const value = env[name];
    if (value === undefined || value === "") return [];
    const message = `${name}=${value} ${meaning}`;
    if (!LOOSENING.includes(name)) return [{ check: "environment", state: "ok", message }];
    return [{ check: "environment", state: "warning", message, next: `unset ${name} where that is not meant` }];
  });
}
