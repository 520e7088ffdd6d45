import { SECRET } from "../../core/model/value";
import type { Resource } from "../../core/model/resource";
import type { Value } from "../../core/model/value";
import type { EvidenceOwner } from "../evidence/resource";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";

/** The configuration as the engine hands it to a program: every key with its namespace, every value as text. */
export interface EngineConfiguration {
  readonly values: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
}

/**
 * The same resource as from a stack's file. `keep` names the keys that a file of either side has: what only an ESC
 * environment gives cannot be compared. Undefined keeps all.
 */
export function configurationFromEngine(
  owner: EvidenceOwner,
  configuration: EngineConfiguration,
  keep?: ReadonlySet<string>,
): Resource {
  const secret = new Set(configuration.secretKeys);
  const entries = Object.entries(configuration.values)
    .filter(([key]) => keep?.has(key) ?? true)
    .map(([key, text]) => [key, secret.has(key) ? SECRET : engineValue(text)] as const);
  return evidenceResource(owner, EVIDENCE_TYPES.configuration, "configuration", valueMap(entries));
}

/** Objects and lists travel as JSON; everything else is the text itself. */
export function engineValue(text: string): Value {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text, nullPrototype) as Value;
  } catch {
    return text;
  }
}

function nullPrototype(_key: string, value: Value): Value {
  const isPlainMap = typeof value === "object" && value !== null && !Array.isArray(value);
  return isPlainMap ? valueMap(Object.entries(value)) : value;
}
