import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a cloud adds to the inputs of one resource type. */
export interface CloudType {
  /** The property that gets the logical name with seven hex digits where the program gives none. */
  readonly auto: string | undefined;
  /** Output → template over inputs, earlier outputs, `account`, `region`, `uuid` and draws such as `hex:16`. */
  readonly outputs: readonly (readonly [output: string, template: string])[];
}

/** By resource type. */
export function readCloudTypes(): ReadonlyMap<string, CloudType> {
  const rows = readFileSync(join(__dirname, "cloud-types.txt"), "utf8").trim().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [type = "", auto = "", ...rest] = row.split("|").map((cell) => cell.trim());
      const outputs = rest.join("|");
      return [type, { auto: auto === "" ? undefined : auto, outputs: templates(outputs) }] as const;
    }),
  );
}

function templates(text: string): CloudType["outputs"] {
  return text.split(/ (?=[a-zA-Z0-9]+=)/).map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
}
