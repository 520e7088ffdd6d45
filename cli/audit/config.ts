import { resolve } from "node:path";
import type { ParityConfig } from "../../core/config";
import { loadParityConfig, presetConfig } from "../../sources/parity-yaml";
import type { Context } from "../command";
import { configDetail } from "./details";
import type { AuditRequest } from "./request";

type Settled = Pick<Context, "cwd" | "env" | "detail">;

/**
 * The parity.yaml that judges. A preset that was asked for judges alone: a file that was only found is left aside, one
 * that was named still says which stack is what.
 */
export function configOf(request: Pick<AuditRequest, "config" | "preset">, context: Settled): ParityConfig {
  const config = judging(request, context);
  context.detail(configDetail(config));
  return config;
}

function judging({ config, preset }: Pick<AuditRequest, "config" | "preset">, { cwd, env }: Settled): ParityConfig {
  if (preset === undefined) return load(config, cwd, env);
  const alone = presetConfig(preset);
  if (config === undefined) return alone;
  const named = load(config, cwd, env);
  return {
    ...named,
    entries: { ...named.entries, tolerances: alone.entries.tolerances, waivers: [] },
    defaults: alone.defaults,
    origin: { ...named.origin, preset },
  };
}

/** The same with another preset in the place of the one that is extended, where the caller asks for it. */
export function configAlso({ config, preset, also }: AuditRequest, context: Settled): ParityConfig | undefined {
  if (also === undefined) return undefined;
  if (preset !== undefined) return judging({ config, preset: also }, context);
  return load(config, context.cwd, context.env, also);
}

/** parity.yaml as it was, where the caller names it. */
export function configBefore(request: AuditRequest, { cwd, env }: Settled): ParityConfig | undefined {
  return request.configBefore === undefined ? undefined : load(request.configBefore, cwd, env);
}

function load(file: string | undefined, cwd: string, env: Context["env"], instead?: string): ParityConfig {
  return loadParityConfig({
    from: [cwd],
    env,
    ...(file !== undefined && { file: resolve(cwd, file) }),
    ...(instead !== undefined && { instead }),
  });
}
