import { resolve } from "node:path";
import type { Stack } from "../../core/model/stack";
import { readStack } from "../../sources/state";
import { isConfigurationFile, readConfigurationStack } from "../../sources/stack-configuration";

/** Reads one side of an audit: a file of any kind that says something of a stack. Throws ReadError. */
export function readSide(side: string, cwd: string): Stack {
  const file = resolve(cwd, side);
  if (isConfigurationFile(file)) return { ...readConfigurationStack(file), source: side };
  return { ...readStack(file), source: side };
}
