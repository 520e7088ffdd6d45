/** A name as a glob that fits it: what would be read as a wildcard becomes "any one character". */
export function literalGlob(name: string): string {
  return name.replace(/[*?{}()[\]!+@|\\]/g, "?");
}

/** The same for a key path, whose brackets are its own. */
export function literalKey(key: string): string {
  return key.replace(/[*?{}()!+@|]/g, "?");
}
