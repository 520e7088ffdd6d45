import type { Environment } from "./entries";

/**
 * What stacks are called where nobody said: the words by environment. `pre-prod` is no production, so staging comes
 * first; of `production`, the first word is tried first.
 */
const WORDS = {
  staging: ["staging", "stage", "stag", "stg", "preprod", "pre-prod", "nonprod", "non-prod", "uat"],
  production: ["production", "prod", "prd", "live"],
  test: ["test", "testing", "qa"],
  development: ["development", "develop", "dev", "sandbox"],
} as const;

const PLACE = "guess";

/** The environments where parity.yaml names none. The last takes every stack that no other has. */
export const GUESSED_ENVIRONMENTS: readonly Environment[] = [
  ...Object.entries(WORDS).map(([name, words]) => guessed(name, words.flatMap(spellings))),
  guessed("preview", ["*/*"]),
];

/** True where the environments are guessed: then the first that fits is meant, and overlaps are no mistake. */
export function isGuessed({ place }: Environment): boolean {
  return place === PLACE;
}

function spellings(word: string): readonly string[] {
  return [`*/${word}`, `*/{line}-${word}`, `*/${word}-{chain}`, `*/{line}-${word}-{chain}`];
}

function guessed(name: string, stacks: readonly string[]): Environment {
  return {
    name,
    place: PLACE,
    stacks,
    reference: name === "production" ? undefined : "production",
    against: "all",
    gate: undefined,
    aliases: [],
    level: undefined,
    lifetimeDays: undefined,
    ownerTag: undefined,
    maxReferenceAgeDays: undefined,
    maxDeploymentAgeDays: undefined,
    enforce: undefined,
    undetermined: undefined,
    leadDays: undefined,
    maxStaleDays: undefined,
    onReferenceAbsent: undefined,
    judgeDuringUp: undefined,
    backend: undefined,
  };
}
