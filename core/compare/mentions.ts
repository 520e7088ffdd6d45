import type { Value } from "../model/value";
import type { Mention } from "../symbolise/reading";
import type { Symbolised } from "../symbolise/symbolise";
import { eachText } from "../symbolise/leaves";
import type { Context } from "./context";

/** Every mention of a resource in a value, also inside its texts. */
export function mentionsIn(value: Value | undefined, side: Symbolised): readonly Mention[] {
  const mentions: Mention[] = [];
  eachText(value, (text) => {
    for (const part of side.read(text)) if (typeof part !== "string") mentions.push(part);
  });
  return mentions;
}

/** Whether a text mentions a resource that has no counterpart. */
export function mentionsAlone(text: string, side: "subject" | "reference", context: Context): boolean {
  const counterpartOf = context.counterpartOf[side];
  return mentionsIn(text, context.symbolised[side]).some(({ owners }) =>
    owners.every(({ resource }) => counterpartOf(resource) === undefined),
  );
}
