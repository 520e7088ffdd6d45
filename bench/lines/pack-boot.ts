import { interleave } from "../measure/interleave";
import { bootPack, EMPTY_PACK, OUR_PACK } from "../measure/pack";
import { residentMegabytes } from "../measure/process";
import { defineLine } from "./line";

async function bootMilliseconds(folder: string): Promise<number> {
  const pack = await bootPack(folder);
  pack.stop();
  return pack.milliseconds;
}

async function bootMegabytes(folder: string): Promise<number> {
  const pack = await bootPack(folder);
  const megabytes = residentMegabytes(pack.pid);
  pack.stop();
  return megabytes;
}

export const packBoot = defineLine({
  name: "pack-boot",
  what: "pack boot, process start to port printed",
  against: "an empty plain-JavaScript pack",
  goal: 1.1,
  unit: "ms",
  measure: (runs) =>
    interleave(
      () => bootMilliseconds(OUR_PACK),
      () => bootMilliseconds(EMPTY_PACK),
      runs,
    ),
});

export const packMemory = defineLine({
  name: "pack-memory",
  what: "memory of the booted pack",
  against: "an empty plain-JavaScript pack",
  goal: 1.1,
  unit: "MB",
  measure: (runs) =>
    interleave(
      () => bootMegabytes(OUR_PACK),
      () => bootMegabytes(EMPTY_PACK),
      runs,
    ),
});
