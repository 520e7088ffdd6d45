import { statSync } from "node:fs";
import { basename } from "node:path";
import { beginningOf } from "../../../sources/files";
import type { StateFile } from "../inventory/folder";

/** What one more thread costs before it reads its first state, in bytes of states that are read and judged meanwhile. */
const BOOT_BYTES = 8_000_000;
/** Repetitive as they are, states unpack to about as many times their size. */
const UNPACKED = 12;

/**
 * Deals files to at most so many threads, of which the first is there already: those of one project to one thread, for
 * they are compared with each other; the largest projects first, each to whoever has least. Where there is little, the
 * others get nothing.
 */
export function deal(files: readonly StateFile[], threads: number): readonly (readonly StateFile[])[] {
  const hands = Array.from({ length: threads }, (_, at): Hand => ({ files: [], bytes: at === 0 ? 0 : BOOT_BYTES }));
  for (const group of projects(files).sort((one, other) => other.bytes - one.bytes)) {
    const least = hands.reduce((best, hand) => (hand.bytes < best.bytes ? hand : best));
    least.files.push(...group.files);
    least.bytes += group.bytes;
  }
  return hands.map((hand) => hand.files).filter((dealt, at) => at === 0 || dealt.length > 0);
}

interface Hand {
  readonly files: StateFile[];
  bytes: number;
}

function projects(files: readonly StateFile[]): Hand[] {
  const groups = new Map<string, Hand>();
  for (const file of files) {
    const project = projectOf(file.path);
    const group = groups.get(project) ?? { files: [], bytes: 0 };
    group.files.push(file);
    group.bytes += bytesOf(file.path);
    groups.set(project, group);
  }
  return [...groups.values()];
}

function bytesOf(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return path.endsWith(".json") ? size : size * UNPACKED;
}

/** A guess that costs nothing but time where it is wrong: the project in the first URN, or else how the file's name begins. */
function projectOf(path: string): string {
  return /urn:pulumi:[^:"]*::([^:"]+)::/.exec(startOf(path))?.[1] ?? /^\w*/.exec(basename(path))?.[0] ?? "";
}

/** As far as the first URN stands: after the manifest and the name of the key. */
const BEGINNING = 16_384;

function startOf(path: string): string {
  try {
    return beginningOf(path, BEGINNING).toString("latin1");
  } catch {
    // Whoever gets it says that it cannot be read.
    return "";
  }
}
