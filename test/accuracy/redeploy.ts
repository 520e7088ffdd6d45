import { createHash } from "node:crypto";
import type { Stack } from "../../core/model/stack";
import { readBase64 } from "../../core/compare/documents";
import type { Random } from "./random";
import { rewriteStack } from "./rewrite";

/** What deploying a program once more would change: physical ids, account, random suffixes, hosts. Not images, not hashes of content. */
const IDENTITIES = [
  /(?<![A-Za-z0-9:@])(?!ami-)([a-z]{1,12}-)(0?[0-9a-f]{8}(?:[0-9a-f]{8,9})?)(?![A-Za-z0-9])/g,
  /(?<=[A-Za-z0-9]-)()(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)([0-9a-f]{6,8})(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])()([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9:])()(?=[0-9A-F]*\d)([0-9A-F]{32}|(?=[0-9a-f]*\d)[0-9a-f]{16})(?![A-Za-z0-9])/g,
  /(?<=arn:[a-z-]+:[a-z0-9-]*:[a-z0-9-]*:)()(\d{12})(?!\d)/g,
  /(?<=-)()(20\d{24})(?!\d)/g,
] as const;

export interface Redeployed {
  readonly stack: Stack;
  /** What became of each URN. */
  readonly counterparts: ReadonlyMap<string, string>;
}

/** The stack as a second deployment of the same program: other identities throughout, other order, other stack name. */
export function redeploy(stack: Stack, name: string, random: Random): Redeployed {
  const salt = String(random.below(2 ** 31));
  const accounts = new Set<string>();
  for (const { id, outputs } of stack.resources)
    for (const text of [id, outputs.arn])
      if (typeof text === "string")
        for (const [, account] of text.matchAll(/^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/g)) accounts.add(account ?? "");
  // A letter or two is a name only by itself.
  const own = stack.name.length > 2 ? stack.name : new RegExp(`(?<![A-Za-z0-9])${stack.name}(?![A-Za-z0-9])`, "g");
  const plain = (text: string): string => {
    let result = text.replaceAll(own, name);
    for (const pattern of IDENTITIES)
      result = result.replace(pattern, (_, prefix: string, id: string) => prefix + like(id, salt));
    for (const account of accounts) result = result.replaceAll(account, like(account, salt));
    return result;
  };
  const text = (given: string): string => {
    const decoded = given.length > 64 ? readBase64(given) : undefined;
    if (decoded === undefined) return plain(given);
    const changed = plain(decoded);
    return changed === decoded ? given : Buffer.from(changed, "utf8").toString("base64");
  };
  const copy = rewriteStack(stack, text);
  const counterparts = new Map(stack.resources.map(({ urn }) => [urn, text(urn)] as const));
  return { stack: { ...copy, resources: random.shuffle(copy.resources) }, counterparts };
}

/** Another identifier that looks the same; always the same one for the same identifier. */
function like(id: string, salt: string): string {
  const digest = createHash("sha256")
    .update(salt + id)
    .digest("hex");
  let at = 0;
  return id.replace(/[0-9a-fA-F]/g, (digit) => {
    const value = parseInt(digest[at++ % digest.length] ?? "0", 16);
    if (/^\d+$/.test(id)) return String(value % 10);
    if (/[A-F]/.test(id)) return value.toString(16).toUpperCase();
    return /\d/.test(digit) ? String(value % 10) : "abcdef".charAt(value % 6);
  });
}
