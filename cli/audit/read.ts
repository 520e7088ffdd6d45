import { resolve } from "node:path";
import { ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { beginsAsEvidence, parseEvidence } from "../../sources/evidence";
import { readDeployed } from "../../sources/reference";
import { isConfigurationFile, readConfigurationStack } from "../../sources/stack-configuration";
import { parseState } from "../../sources/state";
import { readText } from "../../sources/state/file";
import type { Context } from "../command";

/** Reads one side of an audit as it was typed: a file of any kind, or `stack:name`. Rejects with ReadError. */
export async function readSide(side: string, context: Reader): Promise<Stack> {
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
  { cwd, env, now }: Reader,
): Promise<Stack | undefined> {
  const reading = { cli: { cwd, env }, whenQuiet: Promise.resolve() };
  return (await readDeployed({ name, backend }, reading, now))?.stack;
}

type Reader = Pick<Context, "cwd" | "env" | "now">;

function readFile(side: string, cwd: string): Stack {
  const file = resolve(cwd, side);
  const stack = isConfigurationFile(file) ? readConfigurationStack(file) : parseDocument(readText(file), file);
  return { ...stack, source: side };
}

/** Evidence says what it is at its beginning; anything else is a state, and looked at again only where it is none. */
function parseDocument(text: string, file: string): Stack {
  const evidence = beginsAsEvidence(text) ? parseEvidence(text, file) : undefined;
  if (evidence !== undefined) return evidence;
  try {
    return parseState(text, file);
  } catch (error) {
    const other = error instanceof ReadError ? evidenceOr(error, text, file) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

function evidenceOr(failure: ReadError, text: string, file: string): Stack | undefined {
  try {
    return parseEvidence(text, file);
  } catch (error) {
    // What cannot be read at all fails both times; the first message says it.
    if (error instanceof ReadError && error.message === failure.message) return undefined;
    throw error;
  }
}
