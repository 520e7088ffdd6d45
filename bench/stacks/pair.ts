import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectedDivergences, generateExport, type Change } from "./generate";

/** What differs in every generated pair: one setting, one size, one version-like and one topology-like value. */
export const CHANGES: readonly Change[] = [
  { type: "aws:sqs/queue:Queue", property: "messageRetentionSeconds", value: 345600, every: 100 },
  { type: "aws:ecs/taskDefinition:TaskDefinition", property: "cpu", value: "256", every: 50 },
  { type: "aws:cloudwatch/logGroup:LogGroup", property: "retentionInDays", value: 3, every: 25 },
  { type: "aws:lb/targetGroup:TargetGroup", property: "deregistrationDelay", value: 300, every: 40 },
];

export interface PairOfFiles {
  readonly subject: string;
  readonly reference: string;
  /** Exactly these many divergences were made. */
  readonly expected: number;
}

/** Writes a staging and a production of that many resources into a temporary folder. */
export function writePair(resources: number): PairOfFiles {
  const folder = mkdtempSync(join(tmpdir(), "parity-bench-"));
  const write = (environment: string, changes: readonly Change[]): string => {
    const file = join(folder, `${environment}.json`);
    writeFileSync(file, JSON.stringify(generateExport(environment, resources, changes)));
    return file;
  };
  return {
    subject: write("staging", CHANGES),
    reference: write("production", []),
    expected: expectedCount(resources),
  };
}

/** How many divergences `CHANGES` make. Two types of a cell stand in it more than once: each change counts once per matching resource. */
export function expectedCount(resources: number): number {
  const perCell: Readonly<Record<string, number>> = { "aws:sqs/queue:Queue": 2 };
  return CHANGES.reduce(
    (sum, change) => sum + expectedDivergences(resources * (perCell[change.type] ?? 1), [change]),
    0,
  );
}
