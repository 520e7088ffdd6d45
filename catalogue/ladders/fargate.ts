/** Fargate's CPU units with the memory (MiB) that may go with them: from, to, step. Source: the ECS task size table. */
const PAIRS: readonly (readonly [cpu: number, from: number, to: number, step: number])[] = [
  [256, 512, 2048, 512],
  [512, 1024, 4096, 1024],
  [1024, 2048, 8192, 1024],
  [2048, 4096, 16_384, 1024],
  [4096, 8192, 30_720, 1024],
  [8192, 16_384, 61_440, 4096],
  [16_384, 32_768, 122_880, 8192],
];

/** CPU units that a Fargate task can have, small to large. */
export const fargateCpus: readonly number[] = PAIRS.map(([cpu]) => cpu);

/** Memory in MiB that a Fargate task of so many CPU units can have; empty where there is no such task. */
export function fargateMemories(cpu: number): readonly number[] {
  const [, from, to, step] = PAIRS.find(([units]) => units === cpu) ?? [];
  if (from === undefined || to === undefined || step === undefined) return [];
  const all = Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step);
  return cpu === 256 ? all.filter((memory) => memory !== 1536) : all;
}
