import type { Resource } from "../model/resource";
import { collectOwners, type Owner } from "./owners";
import { SHORTEST } from "./distinctive";
import { searchFor } from "./search";

/** A text taken apart: what it says itself, and what it mentions. */
export type Reading = readonly (string | Mention)[];

/** A part that is an output of one resource, or of one of several that cannot be told apart. */
export interface Mention {
  readonly text: string;
  readonly owners: readonly Owner[];
}

/** Texts longer than this are read as they stand. */
const LONGEST = 1 << 20;

/**
 * Reads the texts of one stack: every distinctive output that occurs in one becomes a mention of its resource. What is
 * distinctive is only gathered when the first text is read that could hold it.
 */
export function reader(resources: readonly Resource[]): (text: string) => Reading {
  let takeApart: ((text: string) => Reading) | undefined;
  const known = new Map<string, Reading>();
  return (text) => {
    if (text.length < SHORTEST || text.length > LONGEST) return [text];
    const memory = known.get(text);
    if (memory !== undefined) return memory;
    takeApart ??= apartBy(collectOwners(resources));
    const reading = takeApart(text);
    known.set(text, reading);
    return reading;
  };
}

function apartBy(owners: ReadonlyMap<string, readonly Owner[]>): (text: string) => Reading {
  const search = searchFor(owners.keys());
  return (text) => {
    const parts: (string | Mention)[] = [];
    let from = 0;
    for (const { start, end } of search(text)) {
      const mentioned = text.slice(start, end);
      if (start > from) parts.push(text.slice(from, start));
      parts.push({ text: mentioned, owners: owners.get(mentioned) ?? [] });
      from = end;
    }
    if (from < text.length || parts.length === 0) parts.push(text.slice(from));
    return parts;
  };
}
