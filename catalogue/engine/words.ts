/**
 * The words that a name is made of, in small letters: `dbInstanceClass`, `DB_INSTANCE_CLASS` and `db-instance-class`
 * are all `db`, `instance`, `class`, so that one rule reads them all.
 */
export function wordsOf(name: string): readonly string[] {
  if (/^[a-z0-9]*$/.test(name)) return [name];
  const spaced = name.replaceAll(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z]{2,})/g, "$1$3-$2$4");
  return spaced
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
