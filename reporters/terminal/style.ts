import { createColors } from "picocolors";

/** How each thing looks; without colour all of it is plain text. */
export type Style = ReturnType<typeof styleFor>;

export function styleFor(color: boolean) {
  const { bold, dim, red, yellow, green, cyan, magenta } = createColors(color);
  return {
    color,
    strong: bold,
    quiet: dim,
    bad: red,
    warn: yellow,
    good: green,
    info: cyan,
    subject: magenta,
    reference: green,
    /** The differing part of a value, on top of its side's colour. */
    mark: (text: string) => (color && text !== "" ? `\u001b[1;4m${text}\u001b[22;24m` : text),
  };
}

export type Paint = (text: string) => string;
