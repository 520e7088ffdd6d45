import type { SizeFacts } from "../../core/model/catalogue";

/** A family whose sizes are plain words or numbers, from small to large. */
interface NamedLadder {
  readonly family: string;
  readonly sizes: readonly string[];
  /** Virtual CPUs and GiB of memory of each size, where its maker tells them. */
  readonly power?: readonly (readonly [vcpu: number, memoryGiB: number])[];
  readonly architecture?: "x86_64" | "arm64";
}

const POWER_OF_BUILD = [
  [2, 3],
  [4, 7],
  [8, 15],
  [36, 70],
  [72, 145],
] as const;

/** Ladders of services that name their sizes themselves. Sources: each service's own sizing page. */
const LADDERS: readonly NamedLadder[] = [
  {
    family: "BUILD_GENERAL1",
    sizes: [
      "BUILD_GENERAL1_SMALL",
      "BUILD_GENERAL1_MEDIUM",
      "BUILD_GENERAL1_LARGE",
      "BUILD_GENERAL1_XLARGE",
      "BUILD_GENERAL1_2XLARGE",
    ],
    power: POWER_OF_BUILD,
  },
  {
    family: "dc2",
    sizes: ["dc2.large", "dc2.8xlarge"],
    power: [
      [2, 15],
      [32, 244],
    ],
    architecture: "x86_64",
  },
  {
    family: "ra3",
    sizes: ["ra3.large", "ra3.xlplus", "ra3.4xlarge", "ra3.16xlarge"],
    power: [
      [2, 16],
      [4, 32],
      [12, 96],
      [48, 384],
    ],
    architecture: "x86_64",
  },
  {
    family: "glue",
    sizes: ["G.025X", "G.1X", "G.2X", "G.4X", "G.8X"],
    power: [
      [2, 4],
      [4, 16],
      [8, 32],
      [16, 64],
      [32, 128],
    ],
  },
  { family: "mw1", sizes: ["mw1.micro", "mw1.small", "mw1.medium", "mw1.large", "mw1.xlarge", "mw1.2xlarge"] },
  { family: "api-cache", sizes: ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"] },
  {
    family: "atlas",
    sizes: ["M0", "M2", "M5", "M10", "M20", "M30", "M40", "M50", "M60", "M80", "M140", "M200", "M300", "M400", "M700"],
  },
  {
    family: "azure-tier",
    sizes: ["Free", "Shared", "Basic", "Standard", "Premium", "PremiumV2", "PremiumV3", "Isolated"],
  },
  { family: "azure-cache", sizes: ["C0", "C1", "C2", "C3", "C4", "C5", "C6"] },
  {
    family: "gcp-shared",
    sizes: ["db-f1-micro", "db-g1-small"],
    power: [
      [1, 0.6],
      [1, 1.7],
    ],
  },
  {
    family: "gcp-e2-shared",
    sizes: ["f1-micro", "e2-micro", "g1-small", "e2-small", "e2-medium"],
    power: [
      [1, 0.6],
      [2, 1],
      [1, 1.7],
      [2, 2],
      [2, 4],
    ],
  },
];

const bySize = new Map<string, SizeFacts>(
  LADDERS.flatMap((ladder) => ladder.sizes.map((size, at) => [size.toLowerCase(), factsOf(ladder, size, at)] as const)),
);

function factsOf(ladder: NamedLadder, size: string, step: number): SizeFacts {
  const [vcpu, memoryGiB] = ladder.power?.[step] ?? [];
  return {
    family: ladder.family,
    series: ladder.family.replaceAll(/\d+$/g, ""),
    generation: undefined,
    size,
    step,
    architecture: ladder.architecture,
    burstable: false,
    vcpu,
    memoryGiB,
  };
}

/** A size by its name alone; undefined where no ladder has it. */
export function namedSize(value: string): SizeFacts | undefined {
  return bySize.get(value.toLowerCase());
}
