/**
 * Text from outside as one harmless line: what could move, colour or command a terminal, is invisible, or would be taken
 * for a command by the service that runs a build (`::…` at the start, `##[…]`, `##vso[…]`, `##teamcity[…]`) becomes
 * visible escapes.
 */
export function plainLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu, visible)
    .replace(WORKFLOW_COMMAND, "\\u0023#")
    .replace(/^(\s*):(?=:)/, "$1\\u003a");
}

/** The start of a command to a build service. In JSON text it can be escaped without changing what the text means. */
export const WORKFLOW_COMMAND = /##(?=(?:vso|teamcity)?\[)/gi;

function visible(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
