import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPack, type PackHost, type SentResource } from "../../test/host/pack-host";
import { interleave, timed } from "../measure/interleave";
import { EMPTY_PACK, OUR_PACK } from "../measure/pack";
import type { Export } from "../stacks/exported";
import { generateExport } from "../stacks/generate";
import { CHANGES, expectedCount } from "../stacks/pair";
import { defineLine } from "./line";

const RESOURCES = 10_000;

/** A folder with production's state as the pack's reference, and staging as the engine sends it. */
function prepare(): { readonly cwd: string; readonly sent: readonly SentResource[] } {
  const cwd = mkdtempSync(join(tmpdir(), "parity-bench-"));
  writeFileSync(join(cwd, "production.json"), JSON.stringify(generateExport("production", RESOURCES)));
  writeFileSync(join(cwd, "parity.yaml"), PARITY_YAML);
  return { cwd, sent: asSent(generateExport("staging", RESOURCES, CHANGES)) };
}

const PARITY_YAML = `extends: [strict]
environments:
  production: { stacks: ["bench/production"] }
  staging: { stacks: ["bench/staging"], reference: production }
reference: [{ snapshot: production.json }]
`;

function asSent(exported: Export): readonly SentResource[] {
  return exported.deployment.resources.map(
    ({ urn, inputs, outputs, parent, provider, propertyDependencies }) =>
      ({
        urn,
        inputs,
        outputs,
        ...(parent && { parent }),
        // A state has its id behind it, the engine has not.
        ...(provider && { provider: provider.slice(0, provider.lastIndexOf("::")) }),
        ...(propertyDependencies && { propertyDependencies }),
      }) as SentResource,
  );
}

async function ourPack(cwd: string): Promise<PackHost> {
  // A cache that lasts: what every preview but the first finds there.
  const env = { PARITY_CONFIG: join(cwd, "parity.yaml"), XDG_CACHE_HOME: join(cwd, "cache") };
  return startPack({ cwd, project: "bench", pack: OUR_PACK, env });
}

async function emptyPack(cwd: string, policies: number): Promise<PackHost> {
  return startPack({ cwd, project: "bench", pack: EMPTY_PACK, env: { EMPTY_STACK_POLICIES: String(policies) } });
}

async function inPack(pack: PackHost, work: (pack: PackHost) => Promise<number>): Promise<number> {
  try {
    return await work(pack);
  } finally {
    pack.stop();
  }
}

async function analyzeAll(pack: PackHost, sent: readonly SentResource[]): Promise<number> {
  return timed(async () => {
    for (const resource of sent) await pack.analyze(resource);
  });
}

/** The longest that one call had to wait for its answer, the first few aside: those load and compile. */
async function longestCall(pack: PackHost, sent: readonly SentResource[]): Promise<number> {
  let longest = 0;
  for (const [at, resource] of sent.entries()) {
    const milliseconds = await timed(() => pack.analyze(resource));
    if (at >= WARM_UP) longest = Math.max(longest, milliseconds);
  }
  return longest;
}

const WARM_UP = 100;

/** Times AnalyzeStack alone; ours must have found exactly what was changed, the empty pack nothing. */
async function analyzeStack(pack: PackHost, sent: readonly SentResource[], finds: boolean): Promise<number> {
  if (finds) for (const resource of sent) await pack.analyze(resource);
  const start = performance.now();
  const diagnostics = await pack.analyzeStack(sent);
  const milliseconds = performance.now() - start;
  const found = diagnostics.reduce((sum, { message }) => sum + resourcesIn(message), 0);
  const expected = finds ? expectedCount(RESOURCES) : 0;
  if (found !== expected)
    throw new Error(`${found} divergences were found, ${expected} were made: ${diagnostics[0]?.message ?? "silence"}`);
  return milliseconds;
}

/** One violation speaks of several resources that differ alike. */
function resourcesIn(message: string): number {
  return Number(/ on (\d+) resources?: /.exec(message)?.[1] ?? 1);
}

export const analyzeEach = defineLine({
  name: "analyze-each",
  what: "Analyze of 10,000 resources, one call each",
  against: "an empty pack with one resource policy",
  goal: 1.25,
  unit: "ms",
  measure: (runs) => {
    const { cwd, sent } = prepare();
    return interleave(
      async () => inPack(await ourPack(cwd), (pack) => analyzeAll(pack, sent)),
      async () => inPack(await emptyPack(cwd, 0), (pack) => analyzeAll(pack, sent)),
      Math.min(runs, 7),
    );
  },
});

export const analyzeLongest = defineLine({
  name: "analyze-longest",
  what: "the longest of 10,000 Analyze calls, while a large reference waits to be read",
  against: "50 ms",
  goal: 1,
  unit: "ms",
  measure: (runs) => {
    const { cwd, sent } = prepare();
    return interleave(
      async () => inPack(await ourPack(cwd), (pack) => longestCall(pack, sent)),
      () => 50,
      Math.min(runs, 3),
    );
  },
});

export const analyzeWholeStack = defineLine({
  name: "analyze-stack",
  what: "AnalyzeStack of 10,000 resources over gRPC, comparison and judgement included",
  against: "an empty pack with as many policies",
  goal: 1.35,
  unit: "ms",
  measure: (runs) => {
    const { cwd, sent } = prepare();
    return interleave(
      async () => inPack(await ourPack(cwd), (pack) => analyzeStack(pack, sent, true)),
      async () => inPack(await emptyPack(cwd, 11), (pack) => analyzeStack(pack, sent, false)),
      runs,
    );
  },
});
