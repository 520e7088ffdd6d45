import type { Resource } from "../model/resource";
import { remembering } from "../remembering";
import { isDistinctive } from "../symbolise/distinctive";
import { eachText, type Steps } from "../symbolise/leaves";
import type { Words } from "../symbolise/search";

/** Outputs that identify their own resource, and none that it stands in. */
const OWN = /^id$|(?:arn|endpoint|address|url|uri|domain|domainName|host|hostname|fqdn|dnsName)$/i;

/** They are remembered from one stack to the next. */
const MOST_KEYS = 20_000;

/** Whether an output, by its path, identifies the resource that has it. */
export const isOwnOutput = remembering((output: string) => OWN.test(output), MOST_KEYS);

/** `isOwnOutput` of a key further in: the end of a path says it all, but for `id`, which identifies only at the top. */
const isOwnBelow = remembering((key: string) => OWN.test(`.${key}`), MOST_KEYS);

/** What identifies one of these resources, of what may stand in texts of which these are the words. */
export function ownTexts(resources: readonly Resource[], words: Words): ReadonlySet<string> {
  const texts = new Set<string>();
  const add = (text: string): void => {
    if (words.mayHold(text) && isDistinctive(text)) texts.add(text);
  };
  for (const { role, id, inputs, outputs } of resources) {
    if (role === "stack" || role === "evidence" || role === "provider") continue;
    if (id !== undefined) add(id);
    eachText(outputs, (text, steps) => {
      if (isOwn(steps) && inputs[steps[0] ?? ""] !== text) add(text);
    });
  }
  return texts;
}

function isOwn(steps: Steps): boolean {
  const last = steps.at(-1) ?? "";
  return steps.length === 1 ? isOwnOutput(last) : isOwnBelow(last);
}
