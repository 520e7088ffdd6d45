import { analyzeEach, analyzeWholeStack } from "./analyzer";
import { auditGrowth, auditOfTenThousand } from "./audit";
import { help } from "./help";
import type { Line } from "./line";
import { packBoot, packMemory } from "./pack-boot";
import { peers } from "./peers";

/** Every line of the table, in its order. */
export const lines: readonly Line[] = [
  packBoot,
  packMemory,
  analyzeWholeStack,
  analyzeEach,
  auditOfTenThousand,
  ...peers,
  auditGrowth,
  help,
];
