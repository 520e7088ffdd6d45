import { isMap, isScalar, isSeq, LineCounter, type Node } from "yaml";
import { parseYamlDocument } from "../../core/yaml";
import { isRawMap } from "../../sources/state/shape";
import { isLearned, isOwnLine } from "./marks";

/** The lists that init learns entries of; what else stands in them was written by people. */
export const LEARNED_LISTS = ["same", "absent", "substitutes", "tolerances", "waivers"] as const;
export type LearnedList = (typeof LEARNED_LISTS)[number];

export interface KeptEntry {
  /** As it stands, with the comments above it; undefined where the list is written in one line. */
  readonly lines: readonly string[] | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What people wrote into a parity.yaml, which init cannot learn. */
export interface Kept {
  /** Top-level key → its text, with the comments above it; without the lists that init learns. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  readonly entries: Readonly<Record<LearnedList, readonly KeptEntry[]>>;
}

/** Of a file that is well formed; without one, nothing. */
export function keptOf(text = ""): Kept {
  const unix = text.replace(/\r\n/g, "\n");
  const lines = unix.split("\n");
  const lineCounter = new LineCounter();
  const { contents } = parseYamlDocument(unix, { lineCounter });
  const pairs = isMap(contents) ? contents.items : [];
  const lineOf = (node: Node | null) => Math.max(lineCounter.linePos(node?.range?.[0] ?? 0).line, 1) - 1;
  const chunks = cut(
    lines,
    pairs.map(({ key }) => lineOf(key)),
  );
  const sections = new Map<string, readonly string[]>();
  const entries: Record<LearnedList, readonly KeptEntry[]> = {
    ...{ same: [], absent: [], substitutes: [], tolerances: [], waivers: [] },
  };
  for (const [at, { key, value }] of pairs.entries()) {
    const name = isScalar(key) ? String(key.value) : "";
    const chunk = chunks[at] ?? { start: 0, lines: [] };
    const learned = LEARNED_LISTS.find((list) => list === name);
    if (learned === undefined) sections.set(name, withoutOwn(chunk.lines));
    else if (isSeq<Node>(value)) {
      const inChunk = value.items.map((item) => lineOf(item) - chunk.start);
      entries[learned] = keptEntries(value.flow === true ? undefined : cut(chunk.lines, inChunk), value.items);
    }
  }
  return { sections, entries };
}

interface Chunk {
  /** Number of its first line. */
  readonly start: number;
  readonly lines: readonly string[];
}

/** Cuts before each of these lines, or rather before the comments above it. What stands before the first goes with it. */
function cut(lines: readonly string[], starts: readonly number[]): readonly Chunk[] {
  const from = starts.map((start) => {
    let first = start;
    while (first > 0 && (lines[first - 1] ?? "").trim().startsWith("#")) first -= 1;
    return first;
  });
  return from.map((start, at) => ({ start, lines: trimmed(lines.slice(start, from[at + 1])) }));
}

function trimmed(lines: readonly string[]): readonly string[] {
  const end = lines.findLastIndex((line) => line.trim() !== "");
  return lines.slice(0, end + 1);
}

function keptEntries(chunks: readonly Chunk[] | undefined, items: readonly Node[]): readonly KeptEntry[] {
  return items.flatMap((item, at) => {
    const value: unknown = JSON.parse(JSON.stringify(item));
    const lines = chunks?.[at]?.lines;
    if (!isRawMap(value) || isLearned(value, lines)) return [];
    return [{ value, lines: lines && indented(withoutOwn(lines)) }];
  });
}

/** With the dash two columns in, as init writes all entries. */
function indented(lines: readonly string[]): readonly string[] {
  const dash = lines.find((line) => line.trim().startsWith("-")) ?? "";
  const shift = 2 - (dash.length - dash.trimStart().length);
  const space = " ".repeat(Math.max(0, shift));
  return lines.map((line) => (line.trim() === "" ? line : space + line.slice(Math.max(0, -shift))));
}

function withoutOwn(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !isOwnLine(line));
}

/** What was kept, for people: `catalogue, 2 tolerances`. Empty where nothing was. */
export function keptWords({ sections, entries }: Kept): string {
  const lists = LEARNED_LISTS.map((list) => [list, entries[list].length] as const);
  const counted = lists.filter(([, count]) => count > 0).map(([list, count]) => `${count} of ${list}`);
  return [...[...sections.keys()].filter((key) => key !== "extends"), ...counted].join(", ");
}
