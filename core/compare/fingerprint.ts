import { createHash } from "node:crypto";
import type { Stack } from "../model/stack";
import type { Sides } from "../model/comparison";

/** Makes stable fingerprints for the divergences of one pair: not from policies, values or the tool's version. */
export function fingerprints(
  stack: Stack,
  environments: Sides<string>,
): (resource: string, key: string, kind: string) => string {
  const pair = [stack.project, environments.subject, environments.reference].join("\n");
  return (resource, key, kind) =>
    createHash("sha256").update(`${pair}\n${resource}\n${kind}\n${key}`).digest("hex").slice(0, 12);
}
