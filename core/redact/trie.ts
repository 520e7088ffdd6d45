/** Patterns that begin alike, from where they begin to differ on. */
export interface Trie {
  readonly next: Map<number, Trie>;
  /** A pattern ends here. */
  ends: boolean;
}

export function emptyTrie(): Trie {
  return { next: new Map(), ends: false };
}

export function addPattern(root: Trie, pattern: string, from: number): void {
  let node = root;
  for (let at = from; at < pattern.length; at++) {
    const code = pattern.charCodeAt(at);
    const next = node.next.get(code) ?? emptyTrie();
    node.next.set(code, next);
    node = next;
  }
  node.ends = true;
}

/** Where the longest pattern that continues at `from` ends; undefined where none does. */
export function longestEnd(root: Trie, text: string, from: number): number | undefined {
  let end = root.ends ? from : undefined;
  let node: Trie | undefined = root;
  for (let at = from; node !== undefined; at++) {
    node = node.next.get(text.charCodeAt(at));
    if (node?.ends === true) end = at + 1;
  }
  return end;
}
