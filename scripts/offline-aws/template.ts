import { createHash } from "node:crypto";

const ALPHABETS = {
  digits: "0123456789",
  nonzero: "123456789",
  hex: "0123456789abcdef",
  base36: "0123456789abcdefghijklmnopqrstuvwxyz",
  upper: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  mixed: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
} as const;

type Alphabet = keyof typeof ALPHABETS;

function isAlphabet(name: string): name is Alphabet {
  return Object.hasOwn(ALPHABETS, name);
}

function bytes(seed: string, count: number): readonly number[] {
  const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
    createHash("sha256").update(`${seed}#${block}`).digest(),
  );
  return [...Buffer.concat(blocks)].slice(0, count);
}

/** Characters that look random and are the same for the same seed. */
export function characters(alphabet: Alphabet, length: number, seed: string): string {
  const letters = ALPHABETS[alphabet];
  return bytes(`${alphabet}:${seed}`, length)
    .map((byte) => letters.charAt(byte % letters.length))
    .join("");
}

function uuid(seed: string): string {
  const hex = characters("hex", 32, `uuid:${seed}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}

/**
 * Fills a template: `{uuid}` and `{hex:17}` (or another alphabet) with what the seed gives, the same wherever they
 * occur with one seed; `{anything}` else with what `value` gives.
 */
export function fill(template: string, seed: string, value: (name: string) => string): string {
  return template.replaceAll(/\{(\w+)(?::(\d+))?\}/g, (_, name: string, length: string | undefined) => {
    if (name === "uuid") return uuid(seed);
    return isAlphabet(name) && length !== undefined ? characters(name, Number(length), seed) : value(name);
  });
}
