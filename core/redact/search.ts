import { addPattern, emptyTrie, longestEnd, type Trie } from "./trie";

/** A stretch of a text: start inclusive, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Prefix lengths by which patterns are found; a pattern belongs to the longest that it fills. Beyond the last, two texts
 * are the same if they begin so: what follows is concealed as far as the longest of them goes.
 */
const WINDOWS = [6, 16, 128] as const;
const LAST_WINDOW = WINDOWS[2];
export const MIN_INSIDE: number = WINDOWS[0];

/** In longer texts, a prefix is enough: hostile repetitions must not cost a walk at every character. */
const LONGEST_EXACT = 4_000_000;

const BASE = 0x01000193;
const FILTER_BITS = 20;
const FILTER_SHIFT = 32 - FILTER_BITS;

/** All patterns of one prefix length: a bit filter over the prefix's rolling hash, then the prefix, then the rest. */
interface Window {
  readonly length: number;
  readonly outgoing: number;
  readonly filter: Uint8Array;
  readonly prefixes: ReadonlyMap<string, Prefix>;
}

interface Prefix {
  longest: number;
  readonly rest: Trie;
}

/** Finds many patterns in a text in one pass per prefix length, however many patterns there are. */
export function searcher(patterns: Iterable<string>): (text: string) => readonly Span[] {
  const windows = buildWindows(patterns);
  return (text) => {
    let spans: readonly Span[] = NONE;
    for (const window of windows) {
      const found = text.length < window.length ? NONE : scan(text, window);
      if (found.length > 0) spans = [...spans, ...found];
    }
    return spans.length === 0 ? NONE : merged(spans);
  };
}

const NONE: readonly Span[] = [];

function buildWindows(patterns: Iterable<string>): readonly Window[] {
  const byLength = new Map<number, Map<string, Prefix>>();
  for (const pattern of patterns) {
    const length = WINDOWS.findLast((window) => window <= pattern.length);
    if (length === undefined) continue;
    const prefixes = byLength.get(length) ?? new Map<string, Prefix>();
    byLength.set(length, prefixes);
    addToPrefix(prefixes, pattern, length);
  }
  return [...byLength].map(([length, prefixes]) => buildWindow(length, prefixes));
}

function addToPrefix(prefixes: Map<string, Prefix>, pattern: string, length: number): void {
  const text = pattern.slice(0, length);
  const prefix = prefixes.get(text) ?? { longest: 0, rest: emptyTrie() };
  prefixes.set(text, prefix);
  prefix.longest = Math.max(prefix.longest, pattern.length);
  if (length < LAST_WINDOW) addPattern(prefix.rest, pattern, length);
}

function buildWindow(length: number, prefixes: ReadonlyMap<string, Prefix>): Window {
  const filter = new Uint8Array(1 << (FILTER_BITS - 3));
  for (const prefix of prefixes.keys()) {
    const slot = hashOf(prefix, length) >>> FILTER_SHIFT;
    filter[slot >>> 3] = (filter[slot >>> 3] ?? 0) | (1 << (slot & 7));
  }
  let outgoing = 1;
  for (let at = 1; at < length; at++) outgoing = Math.imul(outgoing, BASE);
  return { length, outgoing, filter, prefixes };
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let at = 0; at < length; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
  return hash;
}

function scan(text: string, { length, outgoing, filter, prefixes }: Window): readonly Span[] {
  let spans: Span[] | undefined;
  let hash = hashOf(text, Math.min(length, text.length));
  for (let start = 0; start + length <= text.length; start++) {
    const slot = hash >>> FILTER_SHIFT;
    if (((filter[slot >>> 3] ?? 0) & (1 << (slot & 7))) !== 0) {
      const end = endOfMatch(text, start, length, prefixes.get(text.slice(start, start + length)));
      if (end !== undefined) (spans ??= []).push({ start, end });
    }
    const without = (hash - Math.imul(text.charCodeAt(start), outgoing)) | 0;
    hash = (Math.imul(without, BASE) + text.charCodeAt(start + length)) | 0;
  }
  return spans ?? NONE;
}

function endOfMatch(text: string, start: number, length: number, prefix: Prefix | undefined): number | undefined {
  if (prefix === undefined) return undefined;
  if (length === LAST_WINDOW || text.length > LONGEST_EXACT) return Math.min(start + prefix.longest, text.length);
  return longestEnd(prefix.rest, text, start + length);
}

/** In order, overlapping ones as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start || other.end - one.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

/** The text with each span put through `replace`. */
export function replaceSpans(text: string, spans: readonly Span[], replace: (span: Span) => string): string {
  if (spans.length === 0) return text;
  let result = "";
  let from = 0;
  for (const span of spans) {
    result += text.slice(from, span.start) + replace(span);
    from = span.end;
  }
  return result + text.slice(from);
}
