import type { Value } from "../model/value";
import type { Mention } from "../symbolise/reading";
import type { Symbolised } from "../symbolise/symbolise";
import { eachText } from "../symbolise/leaves";

/** Every mention of a resource in a value, also inside its texts. */
export function mentionsIn(value: Value | undefined, side: Symbolised): readonly Mention[] {
  const mentions: Mention[] = [];
  eachText(value, (text) => {
    for (const part of side.read(text)) if (typeof part !== "string") mentions.push(part);
  });
  return mentions;
}
