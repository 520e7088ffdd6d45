import { auditGrowth, auditOfTenThousand } from "./audit";
import type { Line } from "./line";
import { packBoot, packMemory } from "./pack-boot";

/** Every line of the table, in its order. */
export const lines: readonly Line[] = [packBoot, packMemory, auditOfTenThousand, auditGrowth];
