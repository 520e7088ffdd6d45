import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a reviewer says of one property. `kind` is undefined where it was left open. */
export interface Label {
  readonly type: string;
  readonly path: readonly string[];
  readonly policy: string;
  readonly kind: string | undefined;
  readonly noise: boolean;
}

/** The hand-written labels of `labels.txt`. */
export function readLabels(file = join(__dirname, "labels.txt")): readonly Label[] {
  const labels: Label[] = [];
  let type = "";
  for (const line of readFileSync(file, "utf8").split("\n")) {
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
    policy: `${policy}-parity`,
    kind: kind === "-" ? undefined : kind,
    noise: noise === "noise",
  };
}
