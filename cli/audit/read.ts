import { resolve } from "node:path";
import { ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { readEvidenceStack } from "../../sources/evidence";
import { exportStack } from "../../sources/pulumi-cli";
import { isConfigurationFile, readConfigurationStack } from "../../sources/stack-configuration";
import { parseState, readStack } from "../../sources/state";
import type { Context } from "../command";

/** Reads one side of an audit as it was typed: a file of any kind, or `stack:name`. Rejects with ReadError. */
export async function readSide(side: string, context: Pick<Context, "cwd" | "env">): Promise<Stack> {
  const named = /^stack:(?<name>.+)$/.exec(side)?.groups?.name;
  if (named === undefined) return readFile(side, context.cwd);
  const stack = await readNamed(named, undefined, context);
  if (stack === undefined)
    throw new ReadError(`there is no stack ${named}; \`pulumi stack ls --all\` lists those that there are`);
  return stack;
}

/** What the backend has of a stack; undefined where it has no such stack. */
export async function readNamed(
  name: string,
  backend: string | undefined,
  { cwd, env }: Pick<Context, "cwd" | "env">,
): Promise<Stack | undefined> {
  const bytes = await exportStack({ name, backend }, { cwd, env });
  return bytes === undefined ? undefined : parseState(bytes.toString("utf8"), `stack:${name}`);
}

function readFile(side: string, cwd: string): Stack {
  const file = resolve(cwd, side);
  if (isConfigurationFile(file)) return { ...readConfigurationStack(file), source: side };
  return { ...readStateOrEvidence(file), source: side };
}

/** A state is what it mostly is, and large; only what is none is looked at again. */
function readStateOrEvidence(file: string): Stack {
  try {
    return readStack(file);
  } catch (error) {
    const evidence = error instanceof ReadError ? readEvidenceOr(file, error) : undefined;
    if (evidence === undefined) throw error;
    return evidence;
  }
}

function readEvidenceOr(file: string, failure: ReadError): Stack | undefined {
  try {
    return readEvidenceStack(file);
  } catch (error) {
    // What cannot be read at all fails both times; the first message says it.
    if (error instanceof ReadError && error.message === failure.message) return undefined;
    throw error;
  }
}
