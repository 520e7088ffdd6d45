/**
 * A name as the words it is made of, each followed by a hyphen: `dbInstanceClass`, `DB_INSTANCE_CLASS` and
 * `db-instance-class` are all `db-instance-class-`, so that one rule reads them all.
 */
export function wordsOf(name: string): string {
  const spaced = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/([A-Z])([A-Z][a-z]{2,})/g, "$1-$2")
    .replaceAll(/[^A-Za-z0-9]+/g, "-");
  return `${spaced.toLowerCase().replaceAll(/^-+|-+$/g, "")}-`;
}

/** The last word of a name in that form, by which rules are looked up. */
export function lastWord(words: string): string {
  return words.slice(words.lastIndexOf("-", words.length - 2) + 1, -1);
}
