import type { Stack } from "../../model/stack";
import type { Value } from "../../model/value";
import { CONFIGURATION_TYPE } from "../../vocabulary";
import type { Draft } from "./draft";
import type { ProvenanceFacts } from "./facts";

/**
 * Whose a stack is, by the value of this tag: of the stack itself, of a provider's default tags, of its configuration
 * or of any resource. Undefined where none says it.
 */
export function ownerOfStack(stack: Stack, tag: string, stackTags: ProvenanceFacts["stackTags"]): string | undefined {
  const said = stackTags?.[tag];
  if (said !== undefined && said !== "") return said;
  for (const { type, tags, inputs } of stack.resources) {
    const found = tags[tag] ?? defaultTag(inputs.defaultTags, tag);
    if (found !== undefined && found !== "") return found;
    if (type !== CONFIGURATION_TYPE) continue;
    const configured = inputs[`${stack.project}:${tag}`] ?? inputs[tag];
    if (typeof configured === "string" && configured !== "") return configured;
  }
  return undefined;
}

/** Providers keep theirs as JSON. */
function defaultTag(defaultTags: Value | undefined, tag: string): string | undefined {
  const tags = memberOf(typeof defaultTags === "string" ? parsed(defaultTags) : defaultTags, "tags");
  const value = memberOf(tags, tag);
  return typeof value === "string" ? value : undefined;
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An environment that nobody owns is nobody's to remove. */
export function ownerDrafts(subject: Stack, { ownerTag, stackTags }: ProvenanceFacts): readonly Draft[] {
  if (ownerTag === undefined || ownerOfStack(subject, ownerTag, stackTags) !== undefined) return [];
  const says = `no tag ${JSON.stringify(ownerTag)} of the stack, its configuration or its resources says whose it is`;
  return [{ key: "owner", valueClass: "text", values: { subject: null, reference: ownerTag }, says }];
}
