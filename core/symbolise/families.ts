/** Words that people use for the same environment. A stack called by one of a family may call itself by any other. */
export const FAMILIES: readonly (readonly string[])[] = [
  ["production", "prod", "prd"],
  ["staging", "stage", "stg", "stag"],
  ["development", "develop", "devel", "dev"],
  ["testing", "test", "tst"],
  ["acceptance", "acc", "uat"],
  ["integration", "integ"],
  ["sandbox", "sbx"],
  ["preproduction", "preprod"],
  ["nonproduction", "nonprod"],
  ["preview"],
  ["review"],
  ["quality", "qa"],
  ["demo"],
];

const FAMILY_OF: ReadonlyMap<string, readonly string[]> = new Map(
  FAMILIES.flatMap((family) => family.map((word) => [word, family] as const)),
);

const LONGEST_ABBREVIATION = 2;

/** What a letter or two, as in `s-orders` and `euw1-p`, may be short for. */
export function abbreviatedBy(letters: string): readonly string[] {
  if (letters.length > LONGEST_ABBREVIATION || !/^[a-z]+$/.test(letters)) return [];
  return FAMILIES.filter((family) => family.some((word) => word.startsWith(letters))).flat();
}

/** The other spellings of a word that names an environment; empty for any other word. */
export function familyOf(word: string): readonly string[] {
  return FAMILY_OF.get(word.toLowerCase()) ?? [];
}
