import type { Resource } from "../model/resource";
import { isDistinctive } from "../symbolise/distinctive";
import { eachText, type Steps } from "../symbolise/leaves";
import { searchFor } from "../symbolise/search";

/** Outputs that identify their own resource, and none that it stands in. */
const OWN = /^id$|(?:arn|endpoint|address|url|uri|domain|domainName|host|hostname|fqdn|dnsName)$/i;

/** Whether an output, by its path, identifies the resource that has it. */
export function isOwnOutput(output: string): boolean {
  return OWN.test(output);
}

/**
 * Whether a text may hold what identifies one of these resources: never false where it does. Most texts hold none, and
 * need not be read for all that a resource is the source of.
 */
export function holdsOwn(resources: readonly Resource[]): (text: string) => boolean {
  let search: ReturnType<typeof searchFor> | undefined;
  return (text) => (search ??= searchFor(ownTexts(resources)))(text).length > 0;
}

/** The end of a path says it all, but for `id`, which identifies only at the top. */
function isOwn(steps: Steps): boolean {
  const last = steps.at(-1) ?? "";
  return isOwnOutput(steps.length === 1 ? last : `.${last}`);
}

function ownTexts(resources: readonly Resource[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { role, id, inputs, outputs } of resources) {
    if (role === "stack" || role === "evidence" || role === "provider") continue;
    if (id !== undefined && isDistinctive(id)) texts.add(id);
    eachText(outputs, (text, steps) => {
      if (isOwn(steps) && inputs[steps[0] ?? ""] !== text && isDistinctive(text)) texts.add(text);
    });
  }
  return texts;
}
