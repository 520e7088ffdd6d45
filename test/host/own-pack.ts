import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "./pack-host";
import type { Desk } from "./shop";

/** Where a team's own policies stand on a desk, for the audit: from parity.yaml. */
export const OWN_POLICIES = "own-pack/policies.js";

/** Puts a pack of a team's own on the desk, with these policies (an array, in JavaScript); gives its folder. */
export function writeOwnPack(desk: Desk, policies: string): string {
  const built = JSON.stringify(join(PROJECT_ROOT, "dist/policies"));
  desk.write("own-pack/PulumiPolicy.yaml", "runtime: nodejs\n");
  desk.write("own-pack/package.json", { name: "own", version: "1.0.0", main: "index.js" });
  desk.write(
    OWN_POLICIES,
    `const { defineParityPolicy, Secret, Unknown } = require(${built});\nexports.policies = ${policies};`,
  );
  desk.write(
    "own-pack/index.js",
    `const { PolicyPack } = require("@pulumi/policy");
const { environmentParity } = require(${built});
new PolicyPack("own", { policies: environmentParity(require("./policies").policies) });`,
  );
  const folder = join(desk.folder, "own-pack");
  symlinkSync(join(PROJECT_ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}
