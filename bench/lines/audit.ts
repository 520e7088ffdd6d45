import { auditPair, parseOnly, peakOfAudit } from "../measure/audit";
import { interleave } from "../measure/interleave";
import { writePair } from "../stacks/pair";
import { defineLine } from "./line";

export const auditOfTenThousand = defineLine({
  name: "audit-10k",
  what: "`parity audit` of two 10,000-resource states, whole process",
  against: "`node -e JSON.parse` of both",
  goal: 2.5,
  unit: "ms",
  measure: (runs) => {
    const pair = writePair(10_000);
    return interleave(
      async () => (await auditPair(pair)).milliseconds,
      async () => (await parseOnly(pair)).milliseconds,
      runs,
    );
  },
});

export const auditGrowth = defineLine({
  name: "audit-growth",
  what: "`parity audit` of two 100,000-resource states, whole process",
  against: "the same of two 10,000-resource states",
  goal: 11,
  unit: "ms",
  measure: (runs) => {
    const [large, small] = [writePair(100_000), writePair(10_000)];
    return interleave(
      async () => (await auditPair(large)).milliseconds,
      async () => (await auditPair(small)).milliseconds,
      Math.min(runs, 5),
    );
  },
});

export const auditMemory = defineLine({
  name: "audit-memory",
  what: "memory of `parity audit` of two 100,000-resource states, at its largest",
  against: "the same of two 10,000-resource states",
  goal: 11,
  unit: "MB",
  measure: (runs) => {
    const [large, small] = [writePair(100_000), writePair(10_000)];
    return interleave(
      () => peakOfAudit(large),
      () => peakOfAudit(small),
      Math.min(runs, 3),
    );
  },
});
