import { WORKFLOW_COMMAND } from "../core/report/plain";
import type { Reporter } from "./reporter";

/** The contract itself. What a build service would take for a command is escaped, which JSON reads back unchanged. */
export const json: Reporter = (report) =>
  `${JSON.stringify(report, null, 2).replace(WORKFLOW_COMMAND, "\\u0023#").replace(INVISIBLE, escaped)}\n`;

/** Controls of a terminal that JSON leaves as they are. */
const INVISIBLE = /[\u007f-\u009f\p{Cf}\p{Cn}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
