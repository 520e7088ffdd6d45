import { statSync } from "node:fs";
import { basename } from "node:path";
import { groupBy } from "../../../core/group-by";
import type { StateFile } from "../inventory/folder";

/** What one more thread costs before it reads its first state, in bytes of states that are read and judged meanwhile. */
const BOOT_BYTES = 12_000_000;
/** Repetitive as they are, states unpack to about as many times their size. */
const UNPACKED = 12;

/** A project of fewer stacks for each thread stays together: every thread would have to read its reference. */
const FEWEST_EACH = 4;

/**
 * Deals files to at most so many threads, of which the first is there already: those of one project to one thread, for
 * they are compared with each other, unless it has many (a stack for each branch); the largest first, each to whoever
 * has least. Where there is little, the others get nothing.
 */
export function deal(files: readonly StateFile[], threads: number): readonly (readonly StateFile[])[] {
  const hands = Array.from({ length: threads }, (_, at): Hand => ({ files: [], bytes: at === 0 ? 0 : BOOT_BYTES }));
  const groups = projects(files).flatMap((group) =>
    group.files.length < FEWEST_EACH * threads ? group : apart(group),
  );
  for (const group of groups.sort((one, other) => other.bytes - one.bytes)) {
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
  return [...groupBy(files, projectOf).values()].map(handOf);
}

function apart({ files }: Hand): Hand[] {
  return files.map((file) => handOf([file]));
}

function handOf(files: readonly StateFile[]): Hand {
  return { files: [...files], bytes: files.reduce((sum, { path }) => sum + bytesOf(path), 0) };
}

function bytesOf(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return path.endsWith(".json") ? size : size * UNPACKED;
}

/** Or a guess that costs nothing but time where it is wrong: how the file's name begins. */
function projectOf({ told, path }: StateFile): string {
  return told?.project ?? /^\w*/.exec(basename(path))?.[0] ?? "";
}
