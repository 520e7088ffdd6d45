import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a reviewer says of one property. */
export interface Label {
  readonly type: string;
  readonly path: readonly string[];
  /** The policies that may own it, the likeliest first; none where it was left open. */
  readonly policies: readonly string[];
  /** Undefined where it was left open. */
  readonly kind: string | undefined;
  readonly noise: boolean;
}

/** The samples: the first was there while rules were written, the others were drawn and labelled blind. */
export const SAMPLES = ["labels.txt", "blind-labels.txt", "blind-labels-2.txt"] as const;
export type Sample = (typeof SAMPLES)[number];

/** The hand-written labels of one sample. */
export function readLabels(sample: Sample = "labels.txt"): readonly Label[] {
  const labels: Label[] = [];
  let type = "";
  for (const line of readFileSync(join(__dirname, sample), "utf8").split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (line.startsWith(" ")) labels.push(readLabel(type, line.trim()));
    else type = line.trim();
  }
  return labels;
}

function readLabel(type: string, line: string): Label {
  const [property = "", policy = "", kind = "-", noise] = line.split(/\s+/);
  return {
    type,
    path: property.split("."),
    policies: policy === "-" ? [] : policy.split("|").map((name) => `${name}-parity`),
    kind: kind === "-" ? undefined : kind,
    noise: noise === "noise",
  };
}
