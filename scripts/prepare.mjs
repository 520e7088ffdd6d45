// Builds a checkout after `npm ci`. In an installed package there is nothing to build: Pulumi Cloud runs `npm install`
// inside the unpacked pack, where npm 11 runs `prepare` although sources and compiler are not there.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { spawnSync } from "node:child_process";

const root = new URL("..", import.meta.url);
const sources = existsSync(new URL("index.ts", root)) && existsSync(new URL("tsconfig.build.json", root));

function compiler() {
  try {
    return createRequire(import.meta.url).resolve("typescript/bin/tsc");
  } catch {
    return undefined;
  }
}

const tsc = sources ? compiler() : undefined;
if (tsc !== undefined) {
  const { status } = spawnSync(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: root, stdio: "inherit" });
  process.exitCode = status ?? 1;
}
