import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY_NAMES } from "../../core/vocabulary";
import { exportOf, previewOf } from "../host/shop";
import { startPack, type HostOptions } from "../host/pack-host";
import { writeFiles } from "./fresh";

const OURS: readonly string[] = ["record-inputs", ...POLICY_NAMES];

const PARITY_YAML = `extends: [standard@1]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
reference: [{ snapshot: production.json }]
`;

/** A calling folder with a parity.yaml and production's state beside it. */
export function callingFolder(folder: string): string {
  writeFiles(folder, { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "parity.yaml": PARITY_YAML });
  writeFileSync(join(folder, "production.json"), JSON.stringify(exportOf("production")));
  return folder;
}

/** Boots a pack in the real policy host, and has it accept a staging that is right and reject one that is older. */
export async function judges(options: Omit<HostOptions, "project" | "stack">): Promise<void> {
  const rejected = async (engineVersion: string) => {
    const host = await startPack({ hostOf: options.pack ?? options.cwd, ...options });
    try {
      assert.deepEqual(
        OURS.filter((name) => !host.policies.includes(name)),
        [],
      );
      const found = await host.run(previewOf("staging", { database: { engineVersion } }));
      return found.filter(({ level }) => level === "mandatory").map(({ policy, message }) => `${policy}: ${message}`);
    } finally {
      host.stop();
    }
  };
  assert.deepEqual(await rejected("16.3"), []);
  const [first, ...others] = await rejected("15.4");
  assert.match(first ?? "", /^dependency-parity: .*engineVersion is 15\.4/s);
  assert.deepEqual(others, []);
}
