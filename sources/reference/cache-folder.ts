import { homedir, platform } from "node:os";
import { join } from "node:path";

/** Where this tool keeps what it may need again, for this user. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  return join(userCache(env), "pulumi-environment-parity");
}

function userCache(env: Readonly<Record<string, string | undefined>>): string {
  if (env.XDG_CACHE_HOME !== undefined && env.XDG_CACHE_HOME !== "") return env.XDG_CACHE_HOME;
  if (platform() === "darwin") return join(homedir(), "Library", "Caches");
  if (platform() === "win32") return env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return join(homedir(), ".cache");
}
