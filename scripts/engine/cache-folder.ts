import { homedir, platform } from "node:os";
import { join } from "node:path";

function userCache(env: NodeJS.ProcessEnv): string {
  if (platform() === "darwin") return join(homedir(), "Library", "Caches");
  if (platform() === "win32") return env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
}

/** Where a built engine is kept for every checkout of this user; `PARITY_ENGINE_CACHE` names another folder. */
export function engineCache(env: NodeJS.ProcessEnv = process.env): string {
  return env.PARITY_ENGINE_CACHE ?? join(userCache(env), "pulumi-environment-parity", "engine");
}
