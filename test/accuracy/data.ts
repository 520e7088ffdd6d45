import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../../core/model/stack";
import { readStack } from "../../sources/state";

const DATA = join(__dirname, "../../../shared/data");

export interface StackPair {
  readonly name: string;
  readonly subject: Stack;
  readonly reference: Stack;
}

/** Whether the recorded states are there; tests that need them say so and skip where they are not. */
export function hasData(): boolean {
  return existsSync(DATA);
}

/** `pairs/eks-tags__two-deployments` */
export function readPair(name: string): StackPair {
  const read = (side: string) => readStack(join(DATA, name, `${side}.json`));
  return { name, subject: read("staging"), reference: read("production") };
}

/** The pairs recorded from deployments, by an engine that really ran. */
export function deployedPairs(): readonly string[] {
  return ["pairs", "engine-pairs"].flatMap((group) => readdirSync(join(DATA, group)).map((pair) => `${group}/${pair}`));
}

export interface RecordedState {
  readonly file: string;
  readonly text: string;
}

/** Both sides of every recorded pair, as they were exported. */
export function recordedStates(): readonly RecordedState[] {
  const files = deployedPairs().flatMap((pair) => ["staging", "production"].map((side) => join(pair, `${side}.json`)));
  return files.map((file) => ({ file, text: readFileSync(join(DATA, file), "utf8") }));
}
