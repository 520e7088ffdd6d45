import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { StackIdentity } from "../../../core/config";
import { fullName, sameStack } from "../../../core/config/pairs/stack-pattern";
import { ParityError, ReadError } from "../../../core/errors";
import { groupBy } from "../../../core/group-by";
import type { Stack } from "../../../core/model/stack";
import type { FailedPair } from "../../../core/report/types";
import { readStack } from "../../../sources/state";
import { toldByFile, type Told } from "../../../sources/state/beginning";
import { identityOf } from "../judge-pair";
import { there } from "./references";
import type { Inventory } from "./types";

/** An export in a folder. */
export interface StateFile {
  readonly path: string;
  /** As seen from where the command was called. */
  readonly name: string;
  /** Whose it is, where its beginning tells. */
  readonly told: Told | undefined;
}

/** What a file was found to hold, without the resources. */
export type ReadState = Pick<Stack, "organization" | "project" | "name" | "source">;

/** The exports of a folder, by name. Throws ReadError where there is none. */
export function statesIn(folder: string, cwd: string): readonly StateFile[] {
  const files = filesIn(resolve(cwd, folder)).filter((path) => /\.json(?:\.gz|\.zst)?$/i.test(path));
  if (files.length === 0)
    throw new ReadError("there is no export (*.json, *.json.gz, *.json.zst) in this folder", folder);
  return sure(files.map((path) => ({ path, name: relative(cwd, path), told: toldByFile(path) })));
}

/** Of two files that begin as one stack's, one may be broken: only the whole of each tells. */
function sure(files: readonly StateFile[]): readonly StateFile[] {
  const keyOf = ({ told }: StateFile) => (told === undefined ? "" : fullName(identityOf(told)));
  const alike = groupBy(files, keyOf);
  return files.map((file) => ((alike.get(keyOf(file))?.length ?? 0) > 1 ? { ...file, told: undefined } : file));
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (error) {
    throw new ReadError(`the folder of exports cannot be read: ${reasonOf(error)}`, folder);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.code === "ENOENT" ? "there is no such folder" : error.message;
}

/** A file that cannot be read is one failure, not the end. */
export function readState({ path, name }: StateFile): Stack | FailedPair {
  try {
    return { ...readStack(path), source: name };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    return { subject: name, reference: "", why: error.message };
  }
}

/** Of two files of one stack neither is taken: which of them is meant cannot be told. */
export function withoutDoubles<State extends ReadState>(
  read: readonly (State | FailedPair)[],
): readonly (State | FailedPair)[] {
  const states = read.flatMap((one) => ("why" in one ? [] : [one]));
  const byName = groupBy(states, (state) => fullName(identityOf(state)));
  const doubles = [...byName].filter(([, files]) => files.length > 1);
  const doubled = new Set(doubles.flatMap(([, files]) => files));
  const failures = doubles.map(([name, files]) => {
    const why = `${files.map(({ source }) => source).join(" and ")} are of one stack; leave the one that is meant`;
    return { subject: name, reference: "", why };
  });
  return [...read.filter((one) => "why" in one || !doubled.has(one)), ...failures];
}

/** Finds the one of these that is meant; an organisation that is not known fits any. */
export function stackFinder<State extends ReadState>(
  states: readonly State[],
): (identity: StackIdentity) => State | undefined {
  const named = groupBy(states, ({ project, name }) => `${project}/${name}`);
  return (identity) =>
    named.get(`${identity.project}/${identity.stack}`)?.find((state) => sameStack(identityOf(state), identity));
}

/** A stack whose file cannot be read. */
export interface Unreadable {
  readonly stack: StackIdentity;
  readonly failure: FailedPair;
}

/** The stacks that were read of a folder of exports. A reference that is not among them comes `fromSources`. */
export function inventoryOf(
  read: readonly (Stack | FailedPair)[],
  unreadable: readonly Unreadable[],
  folder: string,
  fromSources: Inventory["reference"],
): Inventory {
  const stacks = read.flatMap((one) => ("why" in one ? [] : [one]));
  const find = stackFinder(stacks);
  const whyNot = (identity: StackIdentity): ReadError | undefined => {
    const failure = unreadable.find(({ stack }) => sameStack(stack, identity))?.failure;
    return failure && new ReadError(failure.why, failure.subject);
  };
  return {
    stacks: stacks.map(identityOf),
    failed: read.flatMap((one) => ("why" in one ? [one] : [])),
    subject: ({ subject }) => {
      const stack = find(subject);
      return stack === undefined
        ? Promise.reject(whyNot(subject) ?? new ReadError(`there is no export of ${fullName(subject)} in ${folder}`))
        : Promise.resolve(stack);
    },
    reference: (pair) => {
      const stack = find(pair.reference);
      if (stack !== undefined) return Promise.resolve(there(stack));
      const why = whyNot(pair.reference);
      return why === undefined ? fromSources(pair) : Promise.reject(why);
    },
  };
}
