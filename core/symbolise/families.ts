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
  ["preview"],
  ["review"],
  ["quality", "qa"],
  ["demo"],
];

const FAMILY_OF: ReadonlyMap<string, readonly string[]> = new Map(
  FAMILIES.flatMap((family) => family.map((word) => [word, family] as const)),
);

/** The other spellings of a word that names an environment; empty for any other word. */
export function familyOf(word: string): readonly string[] {
  return FAMILY_OF.get(word.toLowerCase()) ?? [];
}
