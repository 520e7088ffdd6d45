import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One update in a made-up history: the timeouts that its queues have, and what is odd about it. */
export interface Made {
  readonly timeouts: Readonly<Record<string, number>>;
  /** Seconds since 1970. */
  readonly ended?: number;
  readonly record?: Readonly<Record<string, unknown>>;
}

const START = 1_760_000_000;

/** A file backend in a folder of its own, filled by hand. */
export function makeBackend() {
  const folder = mkdtempSync(join(tmpdir(), "parity-backend-"));
  const historyOf = (stack: string) => join(folder, ".pulumi", "history", "shop", stack);
  let count = 0;
  const add = (stack: string, { timeouts, ended, record }: Made, checkpoint?: string): string => {
    const at = ended ?? START + ++count * 60;
    const id = `${at}${String(count).padStart(9, "0")}`;
    mkdirSync(historyOf(stack), { recursive: true });
    const base = join(historyOf(stack), `${stack}-${id}`);
    const facts = {
      "git.head": `c${count}`.padEnd(40, "0"),
      "git.author": "Ada",
      "ci.build.url": `https://ci/${count}`,
    };
    const told = { kind: "update", result: "succeeded", endTime: at, message: `change ${count}`, environment: facts };
    writeFileSync(`${base}.history.json`, JSON.stringify({ ...told, ...record }));
    if (checkpoint === undefined) writeFileSync(`${base}.checkpoint.json`, JSON.stringify(stateOf(stack, timeouts)));
    else symlinkSync(checkpoint, `${base}.checkpoint.json`);
    return base;
  };
  return { folder, url: `file://${folder}`, historyOf, add };
}

/** A checkpoint of queues that differ in their timeouts only. */
export function stateOf(stack: string, timeouts: Readonly<Record<string, number>>, project = "shop"): object {
  const urn = (type: string, name: string) => `urn:pulumi:${stack}::${project}::${type}::${name}`;
  const root = { urn: urn("pulumi:pulumi:Stack", `${project}-${stack}`), type: "pulumi:pulumi:Stack", custom: false };
  const queues = Object.entries(timeouts).map(([name, visibilityTimeoutSeconds]) => ({
    ...{ urn: urn("aws:sqs/queue:Queue", name), type: "aws:sqs/queue:Queue", custom: true, parent: root.urn },
    ...{
      id: `https://sqs/${stack}/${name}`,
      inputs: { visibilityTimeoutSeconds },
      outputs: { visibilityTimeoutSeconds },
    },
  }));
  return {
    version: 3,
    checkpoint: { stack: `organization/${project}/${stack}`, latest: { resources: [root, ...queues] } },
  };
}
