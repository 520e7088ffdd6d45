import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The version of this package, or of the one in another folder, from its package.json. */
export function packageVersion(folder = packageFolder()): string {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "0.0.0";
}

/** This package's own folder: the nearest with a package.json, as sources and build stand at different depths. */
export function packageFolder(from: string = __dirname): string {
  return existsSync(join(from, "package.json")) ? from : packageFolder(dirname(from));
}
