import type { Stack } from "../../core/model/stack";
import { parseUrn } from "../../core/model/urn";
import { beginningOf } from "../files";
import { decodeBeginning } from "./decode";

/** Whose state it is, as reading all of it would say. */
export type Told = Pick<Stack, "organization" | "project" | "name">;

/** As far as the first URN stands: after the manifest and the secrets provider. */
const BEGINNING = 16_384;

/** What the beginning of a file tells; undefined also where it cannot be read: whoever reads it all says why. */
export function toldByFile(path: string): Told | undefined {
  try {
    return toldByBeginning(decodeBeginning(beginningOf(path, BEGINNING)));
  } catch {
    return undefined;
  }
}

const URN = /"urn"\s*:\s*"([^"\\]*)"/;
const ENVELOPE = /"(deployment|checkpoint)"\s*:\s*\{/;
const STACK = /"stack"\s*:\s*"([^"\\]*)"/;
const LATEST = /"latest"\s*:/;
const PLAIN = /^[\w.-]+$/;

/**
 * Whose state begins so; undefined where only the whole would tell for sure. The engine writes the root stack first, and
 * a checkpoint says before its resources which stack it is of.
 */
export function toldByBeginning(text: string): Told | undefined {
  const found = URN.exec(text);
  const urn = parseUrn(found?.[1] ?? "");
  if (found === null || urn?.qualifiedType !== "pulumi:pulumi:Stack") return undefined;
  if (!PLAIN.test(urn.project) || !PLAIN.test(urn.stack)) return undefined;
  const before = text.slice(0, found.index);
  const identity = { organization: undefined, project: urn.project, name: urn.stack };
  switch (ENVELOPE.exec(before)?.[1]) {
    case "deployment":
      return identity;
    case "checkpoint":
      return inCheckpoint(before, identity);
    default:
      return undefined;
  }
}

function inCheckpoint(before: string, identity: Told): Told | undefined {
  const latest = LATEST.exec(before)?.index ?? 0;
  const stack = STACK.exec(before.slice(0, latest))?.[1];
  if (stack === undefined) return undefined;
  const organization = stack.split("/").at(-3);
  return { ...identity, organization: organization === "" ? undefined : organization };
}
