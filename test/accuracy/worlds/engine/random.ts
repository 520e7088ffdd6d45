import { createHash } from "node:crypto";

const ALPHABETS = {
  hex: "0123456789abcdef",
  digits: "0123456789",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  mixed: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
  lower: "abcdefghijklmnopqrstuvwxyz0123456789",
} as const;

export type Alphabet = keyof typeof ALPHABETS;

/** The characters a cloud would draw for one thing of one stack: the same every time. */
export function drawn(alphabet: Alphabet, length: number, ...of: readonly string[]): string {
  const letters = ALPHABETS[alphabet];
  let text = "";
  for (let block = 0; text.length < length; block += 1) {
    const bytes = createHash("sha256")
      .update([...of, alphabet, String(block)].join("\n"))
      .digest();
    text += [...bytes].map((byte) => letters[byte % letters.length] ?? "").join("");
  }
  return text.slice(0, length);
}

export function isAlphabet(name: string): name is Alphabet {
  return name in ALPHABETS;
}

/** `fc5e038d-38a5-7032-85f8-5ac1b3a2f001` */
export function uuid(...of: readonly string[]): string {
  const hex = drawn("hex", 32, ...of);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
