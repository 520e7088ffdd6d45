import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** A plugin for the engine: an executable and what the engine knows it by. */
export interface Plugin {
  readonly kind: "resource" | "language";
  readonly name: string;
  readonly version: string;
  readonly executable: string;
}

/** Puts a plugin where the engine looks for what it has downloaded: unlike one on PATH, it is taken without a warning. */
export function installPlugin(home: string, { kind, name, version, executable }: Plugin): void {
  const folder = join(home, "plugins", `${kind}-${name}-v${version}`);
  mkdirSync(folder, { recursive: true });
  copyFileSync(executable, join(folder, `pulumi-${kind}-${name}`));
}
