import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PARITY } from "../measure/audit";
import { interleave } from "../measure/interleave";
import { runNode } from "../measure/process";
import { generateExport } from "../stacks/generate";
import { defineLine } from "./line";

const PAIRS = 100;
const RESOURCES = 500;

const PARITY_YAML = `extends: [strict]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
`;

/** A folder with the exports of so many projects, each with a staging and a production. */
function writeStates(): string {
  const folder = mkdtempSync(join(tmpdir(), "parity-bench-"));
  writeFileSync(join(folder, "parity.yaml"), PARITY_YAML);
  for (const environment of ["staging", "production"]) {
    const text = JSON.stringify(generateExport(environment, RESOURCES));
    for (let at = 0; at < PAIRS; at++)
      writeFileSync(join(folder, `p${at}-${environment}.json`), text.replaceAll("::bench::", `::p${at}::`));
  }
  return folder;
}

async function auditAll(folder: string): Promise<number> {
  const config = ["--config", join(folder, "parity.yaml"), "--format", "json"];
  const exited = await runNode([PARITY, "audit", "--all", "--states", folder, ...config]);
  const judged = exited.stdout.split('"schema": "parity-report/1"').length - 1;
  if (judged !== PAIRS) throw new Error(`${judged} pairs were judged, there are ${PAIRS}`);
  return exited.milliseconds;
}

const PARSE_ALL = `const fs = require("fs"), folder = process.argv[1];
for (const name of fs.readdirSync(folder)) if (name.endsWith(".json")) JSON.parse(fs.readFileSync(folder + "/" + name, "utf8"))`;

export const auditOfMany = defineLine({
  name: "audit-many",
  what: "`parity audit --all` over 200 states of 500 resources, whole process",
  against: "`node -e JSON.parse` of all",
  goal: 1.3,
  unit: "ms",
  measure: (runs) => {
    const folder = writeStates();
    return interleave(
      () => auditAll(folder),
      async () => (await runNode(["-e", PARSE_ALL, folder])).milliseconds,
      Math.min(runs, 3),
    );
  },
});
