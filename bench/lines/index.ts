import { analyzeEach, analyzeLongest, analyzeWholeStack } from "./analyzer";
import { auditGrowth, auditMemory, auditOfTenThousand } from "./audit";
import { help } from "./help";
import type { Line } from "./line";
import { auditOfMany } from "./many";
import { packBoot, packMemory } from "./pack-boot";
import { peers } from "./peers";
import { previews } from "./preview";

/** Every line of the table, in its order. */
export const lines: readonly Line[] = [
  packBoot,
  packMemory,
  analyzeWholeStack,
  analyzeEach,
  analyzeLongest,
  ...previews,
  auditOfTenThousand,
  ...peers,
  auditGrowth,
  auditMemory,
  auditOfMany,
  help,
];
