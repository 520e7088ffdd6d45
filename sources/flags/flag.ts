import type { Resource } from "../../core/model/resource";
import type { Value } from "../../core/model/value";
import type { EvidenceOwner } from "../evidence/resource";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";
import { readValue } from "../state/values";
import type { Raw } from "../state/shape";

/** One feature flag, as every system has it under one name or another. */
export interface Flag {
  readonly key: string;
  /** Off: everyone gets the default, nobody is targeted. Undefined where the system knows only values. */
  readonly enabled: Value | undefined;
  /** What is served to those whom no rule names: a variant's name, or the value itself. */
  readonly default: Value | undefined;
  /** Name or number of the variant → its value. */
  readonly variants: Value | undefined;
  /** Rules, in whichever language the system has. */
  readonly targeting: Value | undefined;
  /** When it was last changed, in milliseconds or ISO 8601, where the system tells. */
  readonly changed?: Raw;
}

/** `now` is what the flag's age is reckoned from; its age is no property of the comparison, only of tolerances. */
export function flagResource(flag: Flag, owner: EvidenceOwner, now?: Date): Resource {
  const entries: (readonly [string, Value | undefined])[] = [
    ["enabled", flag.enabled],
    ["default", flag.default],
    ["variants", flag.variants],
    ["targeting", flag.targeting],
    ["ageDays", now && ageDays(flag.changed, now)],
  ];
  const inputs = valueMap(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
  return evidenceResource(owner, EVIDENCE_TYPES.flag, flag.key, inputs);
}

/** JSON of a flag system → a value; absent and an empty object both say nothing. */
export function optionalValue(raw: Raw): Value | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw === "object" && Object.keys(raw).length === 0) return undefined;
  return readValue(raw);
}

const DAY = 24 * 60 * 60 * 1000;

function ageDays(changed: Raw, now: Date): number | undefined {
  if (typeof changed !== "number" && typeof changed !== "string") return undefined;
  const age = (now.getTime() - new Date(changed).getTime()) / DAY;
  return Number.isNaN(age) ? undefined : Math.max(0, Math.floor(age));
}
