import { existsSync, statSync } from "node:fs";
import type { ReferenceSource } from "../../core/config";
import { ParityError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { readStack } from "../state";
import { readDeployed, SMALL_BYTES, type Reading } from "./export";
import { readLastGood, writeLastGood } from "./last-good";

export { cacheFolder } from "./cache-folder";
export { readDeployed, type Reading } from "./export";
export { readLastState, type LastState } from "./last-state";

export interface ReferenceRequest extends Reading {
  /** Tried in order. */
  readonly sources: readonly ReferenceSource[];
  /** Names the reference in the cache: `organization/project/stack`. */
  readonly name: string;
  /** How old the last good copy may be where nothing else can be read. */
  readonly maxStaleDays: number;
  /** The user's cache folder of this tool; undefined: keep no copies. */
  readonly cacheFolder: string | undefined;
  readonly now: Date;
}

/**
 * What became of the attempt. `absent`: there is no such stack, or it holds nothing, as in every new project.
 * `unreadable`: it may be there, but nobody knows. Both messages are one line.
 */
export type ReferenceOutcome =
  | { readonly kind: "read"; readonly stack: Stack; readonly warnings: readonly string[] }
  | { readonly kind: "absent"; readonly message: string }
  | { readonly kind: "unreadable"; readonly message: string };

/** Reads the reference from the first source that gives it, or else from the last good copy. Never rejects as expected. */
export async function readReference(request: ReferenceRequest): Promise<ReferenceOutcome> {
  const failures: string[] = [];
  let absent: string | undefined;
  for (const source of request.sources) {
    const attempt = await attemptSource(source, request);
    if (attempt.kind === "read") {
      writeLastGood(request, attempt.stack);
      return { ...attempt, warnings: failures };
    }
    if (attempt.kind === "absent") absent ??= attempt.message;
    else failures.push(attempt.message);
  }
  if (failures.length === 0) return { kind: "absent", message: absent ?? "no source of the reference is given" };
  return lastGood(request, failures);
}

async function attemptSource(source: ReferenceSource, reading: ReferenceRequest): Promise<ReferenceOutcome> {
  try {
    if (source.kind === "stack") return await readFromBackend(source, reading);
    if (!existsSync(source.path))
      return { kind: "unreadable", message: `${source.path}: there is no such ${source.kind}` };
    if (statSync(source.path).size > SMALL_BYTES) await reading.whenQuiet;
    return { kind: "read", stack: readStack(source.path), warnings: [] };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    return {
      kind: "unreadable",
      message: error.place === undefined ? error.message : `${error.place}: ${error.message}`,
    };
  }
}

async function readFromBackend(
  { name, backend }: Extract<ReferenceSource, { readonly kind: "stack" }>,
  reading: ReferenceRequest,
): Promise<ReferenceOutcome> {
  const stack = (await readDeployed({ name, backend }, reading, reading.now))?.stack;
  if (stack === undefined) return { kind: "absent", message: `there is no stack ${name}` };
  if (stack.resources.length === 0) return { kind: "absent", message: `the stack ${name} holds nothing yet` };
  return { kind: "read", stack, warnings: [] };
}

function lastGood(request: ReferenceRequest, failures: readonly string[]): ReferenceOutcome {
  const why = failures.join("; ");
  const copy = readLastGood(request);
  if (copy === undefined) return { kind: "unreadable", message: why };
  return {
    kind: "read",
    stack: copy.stack,
    warnings: [...failures, `judged by the last good copy, of ${copy.keptAt}`],
  };
}
