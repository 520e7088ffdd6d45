import deepDiff from "deep-diff";
import { compare as fastJsonPatch } from "fast-json-patch";
import microdiff from "microdiff";
import { createCatalogue } from "../../catalogue";
import { adHocPair, completeSettings } from "../../core/config";
import type { Stack } from "../../core/model/stack";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { presetConfig } from "../../sources/parity-yaml";
import { parseState } from "../../sources/state";
import { interleave, timed } from "../measure/interleave";
import type { Export, ExportedResource } from "../stacks/exported";
import { expectedDivergences, generateExport } from "../stacks/generate";
import { CHANGES } from "../stacks/pair";
import { defineLine, type Line } from "./line";

const RESOURCES = 10_000;
const NOW = new Date("2026-01-15T12:00:00Z");

/** Parsed states to verdicts, with everything that comes between. */
function judge(subject: Stack, reference: Stack): number {
  const identity = (stack: string) => ({ project: "bench", stack });
  const pair = adHocPair(presetConfig("strict"), identity("staging"), identity("production"));
  const settings = completeSettings(pair, { catalogue: createCatalogue(), before: undefined });
  return walk(subject, reference, settings, policies, NOW).findings.length;
}

/** What a peer is given: the inputs of both sides, already aligned for it. */
interface Aligned {
  readonly subject: readonly Record<string, unknown>[];
  readonly reference: readonly Record<string, unknown>[];
}

function align(subject: Export, reference: Export): Aligned {
  const inputs = (resources: readonly ExportedResource[]) => resources.map((resource) => resource.inputs);
  return { subject: inputs(subject.deployment.resources), reference: inputs(reference.deployment.resources) };
}

type Peer = (subject: Record<string, unknown>, reference: Record<string, unknown>) => unknown;

function against(name: string, goal: number, load: () => Promise<Peer>): Line {
  return defineLine({
    name: `peer-${name}`,
    what: "the comparison alone, parsed states to verdicts, 10,000 resources",
    against: `${name} on the same inputs, aligned for it`,
    goal,
    unit: "ms",
    measure: async (runs) => {
      const peer = await load();
      const [staging, production] = [
        generateExport("staging", RESOURCES, CHANGES),
        generateExport("production", RESOURCES),
      ];
      const aligned = align(staging, production);
      const [subject, reference] = [parse(staging), parse(production)];
      return interleave(
        () => timed(() => assertFound(judge(subject, reference))),
        () => timed(() => diffAll(peer, aligned)),
        runs,
      );
    },
  });
}

function parse(exported: Export): Stack {
  return parseState(JSON.stringify(exported), "bench");
}

function diffAll(peer: Peer, { subject, reference }: Aligned): void {
  let differing = 0;
  for (const [at, inputs] of subject.entries()) if (peer(inputs, reference[at] ?? {}) !== undefined) differing++;
  if (differing === 0) throw new Error("the peer found nothing");
}

function assertFound(count: number): void {
  const least = expectedDivergences(RESOURCES, CHANGES);
  if (count < least) throw new Error(`found ${count}, at least ${least} were made`);
}

export const peers: readonly Line[] = [
  against("jsondiffpatch", 1, async () => {
    const jsondiffpatch = await import("jsondiffpatch");
    const differ = jsondiffpatch.create();
    return (a, b) => differ.diff(a, b);
  }),
  against("deep-diff", 1, () => Promise.resolve((a, b) => deepDiff(a, b))),
  against("microdiff", Infinity, () => Promise.resolve((a, b) => microdiff(a, b))),
  against("json-diff-ts", Infinity, async () => {
    const { diff } = await import("json-diff-ts");
    return (a, b) => diff(a, b);
  }),
  against("fast-json-patch", Infinity, () => Promise.resolve((a, b) => fastJsonPatch(a, b))),
];
