import { createHash } from "node:crypto";

const LITERALS = /E?'(?:[^'\\]|''|\\.)*'|\$([A-Za-z_]*)\$[\s\S]*?\$\1\$|\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gi;

/**
 * An expression of the schema without the values in it: `(total > 100)` becomes `(total > ?) #5f1c0a9e`. The digest
 * tells two expressions apart that differ only in what was blanked.
 */
export function withoutLiterals(expression: string): string {
  const blanked = expression.replace(LITERALS, "?");
  return blanked === expression ? expression : `${blanked} #${digest(expression)}`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
