import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Outcome } from "./lines/line";
import { lines } from "./lines";
import { asTable, type Measured } from "./table";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    runs: { type: "string", default: "15" },
    json: { type: "string" },
    compare: { type: "string" },
  },
});

async function main(): Promise<void> {
  const chosen = lines.filter((line) => values.only === undefined || line.name.includes(values.only));
  const measured: Measured[] = [];
  for (const line of chosen) {
    process.stderr.write(`${line.name} …\n`);
    const outcome: Outcome = await line.measure(Number(values.runs));
    measured.push({
      name: line.name,
      what: line.what,
      against: line.against,
      goal: line.goal,
      unit: line.unit,
      ...outcome,
    });
  }
  const before = values.compare === undefined ? [] : (JSON.parse(readFileSync(values.compare, "utf8")) as Measured[]);
  process.stdout.write(asTable(measured, before));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
}

void main();
