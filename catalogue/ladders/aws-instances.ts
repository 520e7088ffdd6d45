import type { SizeFacts } from "../../core/model/catalogue";

/**
 * EC2's naming, which most managed services of AWS share: `m6g.2xlarge`, `db.r5.large`, `cache.t3.micro`,
 * `r6g.large.search`, `kafka.m5.large`, `ml.c5.xlarge`. Source: the instance type pages of AWS.
 */
const NAME =
  /^(?:(db|cache|kafka|ml|dax|dms|mq|neptune|mw1)\.)?([a-z]{1,3}-?)(\d+)([a-z-]*)\.([\da-z-]+?)(?:\.(?:search|elasticsearch))?$/;

const SMALL_STEPS: Readonly<Record<string, number>> = { nano: 0, micro: 1, small: 2, medium: 3, large: 4, xlarge: 5 };

/** GiB of memory for each vCPU, by series; families that differ from their series stand by their own name. */
const MEMORY_RATIO: Readonly<Record<string, number>> = {
  a: 2,
  c: 2,
  c3: 1.875,
  c4: 1.875,
  d: 8,
  d2: 7.625,
  d3en: 4,
  g4ad: 4,
  g4dn: 4,
  g5: 4,
  g5g: 2,
  g6: 4,
  i: 8,
  i3: 7.625,
  im: 4,
  inf1: 2,
  inf2: 4,
  is: 6,
  m: 4,
  m3: 3.75,
  r: 8,
  r3: 7.625,
  r4: 7.625,
  x: 16,
  x1: 15.25,
  x1e: 30.5,
  x2iedn: 32,
  x2iezn: 32,
  z: 8,
};

/** Burstable types have their own scale. */
const BURSTABLE_MEMORY: Readonly<Record<string, number>> = {
  nano: 0.5,
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  "2xlarge": 32,
};

/** What a cache may use of its node's memory. */
const CACHE_SHARE = 0.81;

/** Undefined where the text is no instance type. */
export function awsInstanceSize(value: string): SizeFacts | undefined {
  const [, service, letters, digits, attributes = "", size] = NAME.exec(value.toLowerCase()) ?? [];
  if (letters === undefined || digits === undefined || size === undefined) return undefined;
  const step = stepOf(size);
  if (step === undefined) return undefined;
  const series = letters.replace("-", "");
  const family = `${letters}${digits}${attributes}`;
  const burstable = series === "t";
  const vcpu = burstable ? burstableVcpu(family, step) : step < 3 ? undefined : 2 ** (step - 3);
  const memory = memoryOf(family, series, size, vcpu);
  return {
    family,
    series,
    generation: Number(digits),
    size,
    step,
    architecture: isArm(family, attributes) ? "arm64" : "x86_64",
    burstable,
    vcpu,
    memoryGiB: service === "cache" && memory !== undefined ? memory * CACHE_SHARE : memory,
  };
}

/** `xlarge` is 5 and each doubling one more: `2xlarge` 6, `12xlarge` 8.58. */
function stepOf(size: string): number | undefined {
  const times = /^(?:metal-)?(\d+)(?:xlarge|xl)$/.exec(size)?.[1];
  if (times !== undefined) return 5 + Math.log2(Number(times));
  if (size === "metal") return 10;
  return Object.hasOwn(SMALL_STEPS, size) ? SMALL_STEPS[size] : undefined;
}

function burstableVcpu(family: string, step: number): number {
  if (step > 4) return 2 ** (step - 3);
  return (family === "t2" || family === "t1") && step < 3 ? 1 : 2;
}

function memoryOf(family: string, series: string, size: string, vcpu: number | undefined): number | undefined {
  if (series === "t") return BURSTABLE_MEMORY[size];
  const ratio = MEMORY_RATIO[family] ?? MEMORY_RATIO[series];
  return ratio === undefined || vcpu === undefined ? undefined : ratio * vcpu;
}

/** Graviton: a `g` behind the generation, the first generation `a1`, and Apple's own. */
function isArm(family: string, attributes: string): boolean {
  return attributes.startsWith("g") || family === "a1" || family.startsWith("im4g") || family.startsWith("mac2");
}
