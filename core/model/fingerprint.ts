import { createHash } from "node:crypto";

/** Twelve hexadecimal digits that stay the same as long as what identifies a divergence does. */
export function fingerprint(identity: string): string {
  return createHash("sha256").update(identity).digest("hex").slice(0, 12);
}
