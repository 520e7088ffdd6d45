import { createHash } from "node:crypto";
import { isProperties, textAt, UNKNOWN, type Properties } from "./json";

/** Where a provider acts: the numbers and names that real ids and ARNs carry. */
export interface Account {
  readonly id: string;
  readonly region: string;
  readonly defaultTags: Properties;
}

/** Nested configuration of a provider arrives as JSON inside a string. */
function parsed(configuration: Properties, name: string): unknown {
  const text = textAt(configuration, name);
  if (text === undefined || text === UNKNOWN) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inventedId(stack: string): string {
  const number = createHash("sha256").update(stack).digest().readBigUInt64BE() % 900_000_000_000n;
  return String(number + 100_000_000_000n);
}

/** The account and region that this provider configuration means; an account that it does not name is invented per stack. */
export function accountOf(configuration: Properties, stack: string): Account {
  const allowed = parsed(configuration, "allowedAccountIds");
  const named: unknown = Array.isArray(allowed) ? allowed[0] : undefined;
  const defaults = parsed(configuration, "defaultTags");
  const tags = isProperties(defaults) ? defaults.tags : undefined;
  const region = textAt(configuration, "region");
  return {
    id: typeof named === "string" ? named : inventedId(stack),
    region: region === undefined || region === UNKNOWN ? "us-east-1" : region,
    defaultTags: isProperties(tags) ? tags : {},
  };
}
