import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { ResolvedPair, StackIdentity } from "../../core/config";
import type { Environment } from "../../core/config/entries";
import { fullName, sameStack } from "../../core/config/pairs/stack-pattern";
import { ParityError, ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import type { FailedPair } from "../../core/report/types";
import { cacheFolder, readReference, type ReferenceOutcome } from "../../sources/reference";
import { readStack } from "../../sources/state";
import type { Context } from "../command";
import { stacksOfBackends } from "./backend-stacks";
import { bounded } from "./bounded";
import { identityOf } from "./judge-pair";
import { readNamed } from "./read";

/** Every stack that there is, and how to read it; each is read once, however many pairs it is part of. */
export interface Inventory {
  readonly stacks: readonly StackIdentity[];
  /** Files of which not even the stack is known. */
  readonly failed: readonly FailedPair[];
  /** Rejects with ReadError. */
  subject(pair: Pick<ResolvedPair, "subject">): Promise<Stack>;
  reference(pair: ResolvedPair): Promise<Exclude<ReferenceOutcome, { readonly kind: "unreadable" }>>;
}

/** States read side by side; each is a process and a large document. */
const SIDE_BY_SIDE = 4;

/** Every stack of a folder of exports, or of the backend. Rejects with ReadError where there is none at all. */
export async function inventoryFrom(
  states: string | undefined,
  environments: readonly Environment[],
  context: Context,
): Promise<Inventory> {
  const inventory =
    states === undefined ? await inventoryOfBackend(context, environments) : inventoryOfFolder(states, context);
  if (inventory.stacks.length + inventory.failed.length > 0) return inventory;
  if (states === undefined)
    throw new ReadError("the backend has no stack; `parity doctor` says in which it was looked");
  throw new ReadError("there is no export (*.json, *.json.gz, *.json.zst) in this folder", states);
}

/** The stacks of a folder of exports. A file that cannot be read is one failure, not the end. */
function inventoryOfFolder(folder: string, context: Context): Inventory {
  const files = stateFiles(resolve(context.cwd, folder));
  const read = withoutDoubles(files.map((file) => readOr(file, relative(context.cwd, file))));
  const stacks = read.flatMap((one) => ("why" in one ? [] : [one]));
  const find = (identity: StackIdentity) => stacks.find((stack) => sameStack(identityOf(stack), identity));
  const fromSources = referenceReader(context);
  return {
    stacks: stacks.map(identityOf),
    failed: read.flatMap((one) => ("why" in one ? [one] : [])),
    subject: ({ subject }) => {
      const stack = find(subject);
      return stack === undefined
        ? Promise.reject(new ReadError(`there is no export of ${fullName(subject)} in ${folder}`))
        : Promise.resolve(stack);
    },
    reference: (pair) => {
      const stack = find(pair.reference);
      return stack === undefined ? fromSources(pair) : Promise.resolve(there(stack));
    },
  };
}

/** Of two files of one stack neither is taken: which of them is meant cannot be told. */
function withoutDoubles(read: readonly (Stack | FailedPair)[]): readonly (Stack | FailedPair)[] {
  const byName = new Map<string, Stack[]>();
  for (const one of read)
    if (!("why" in one)) {
      const name = fullName(identityOf(one));
      const files = byName.get(name) ?? [];
      byName.set(name, [...files, one]);
    }
  const doubles = [...byName].filter(([, files]) => files.length > 1);
  const doubled = new Set(doubles.flatMap(([, files]) => files));
  const failures = doubles.map(([name, files]) => {
    const why = `${files.map(({ source }) => source).join(" and ")} are of one stack; leave the one that is meant`;
    return { subject: name, reference: "", why };
  });
  return [...read.filter((one) => "why" in one || !doubled.has(one)), ...failures];
}

/** The stacks that the Pulumi CLI lists. */
async function inventoryOfBackend(context: Context, environments: readonly Environment[]): Promise<Inventory> {
  const housed = await stacksOfBackends(environments, context);
  const backends = new Map(housed.map(({ stack, backend }) => [fullName(stack), backend] as const));
  const turn = bounded(SIDE_BY_SIDE);
  const read = once((name: string) => turn(() => readNamed(name, backends.get(name), context)));
  const fromSources = referenceReader(context);
  return {
    stacks: housed.map(({ stack }) => stack),
    failed: [],
    subject: async ({ subject }) => {
      const stack = await read(fullName(subject));
      if (stack === undefined) throw new ReadError(`there is no stack ${fullName(subject)} any more`);
      return stack;
    },
    reference: async (pair) => {
      const [source, ...others] = pair.referenceSources;
      const plain =
        others.length === 0 && (source === undefined || (source.kind === "stack" && source.backend === undefined));
      if (!plain) return fromSources(pair);
      const stack = await read(source?.kind === "stack" ? source.name : fullName(pair.reference));
      return stack === undefined ? absent(`there is no stack ${fullName(pair.reference)}`) : there(stack);
    },
  };
}

function there(stack: Stack): Exclude<ReferenceOutcome, { readonly kind: "unreadable" }> {
  if (stack.resources.length === 0) return absent(`the stack ${fullName(identityOf(stack))} holds nothing yet`);
  return { kind: "read", stack, warnings: [] };
}

function absent(message: string): { readonly kind: "absent"; readonly message: string } {
  return { kind: "absent", message };
}

/** Reads references as parity.yaml says; those of several pairs that come from the same sources once. */
function referenceReader({ cwd, env, now }: Context): Inventory["reference"] {
  const turn = bounded(SIDE_BY_SIDE);
  const read = once((key: string) => {
    const { sources, name, maxStaleDays } = JSON.parse(key) as Wanted;
    const request = { cli: { cwd, env }, whenQuiet: Promise.resolve(), cacheFolder: cacheFolder(env), now };
    return turn(() => readReference({ ...request, sources, name, maxStaleDays }));
  });
  return async ({ reference, referenceSources: sources, maxStaleDays }) => {
    const wanted: Wanted = { sources, name: fullName(reference), maxStaleDays };
    const outcome = await read(JSON.stringify(wanted));
    if (outcome.kind === "unreadable") throw new ReadError(outcome.message);
    return outcome;
  };
}

interface Wanted {
  readonly sources: ResolvedPair["referenceSources"];
  readonly name: string;
  readonly maxStaleDays: number;
}

function once<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (key) => {
    const promise = made.get(key) ?? make(key);
    made.set(key, promise);
    return promise;
  };
}

function stateFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.json(?:\.gz|\.zst)?$/i.test(entry.name))
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

function readOr(file: string, name: string): Stack | FailedPair {
  try {
    return { ...readStack(file), source: name };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    return { subject: name, reference: "", why: error.message };
  }
}
