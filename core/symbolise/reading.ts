import type { Resource } from "../model/resource";
import { collectOwners, type Owner } from "./owners";
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

/** Reads the texts of one stack: every distinctive output that occurs in one becomes a mention of its resource. */
export function reader(resources: readonly Resource[]): (text: string) => Reading {
  const owners = collectOwners(resources);
  const search = searchFor(owners.keys());
  const known = new Map<string, Reading>();
  return (text) => {
    const memory = known.get(text);
    if (memory !== undefined) return memory;
    const reading = text.length > LONGEST ? [text] : takeApart(text, owners, search);
    known.set(text, reading);
    return reading;
  };
}

function takeApart(
  text: string,
  owners: ReadonlyMap<string, readonly Owner[]>,
  search: ReturnType<typeof searchFor>,
): Reading {
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
}
