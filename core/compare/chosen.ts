import type { Resource } from "../model/resource";
import { everyText } from "../symbolise/leaves";
import type { Site } from "./draft";

/** By resource: every text that its inputs hold. */
const known = new WeakMap<Resource, ReadonlySet<string>>();

/**
 * Whether two texts, though only called a name, choose each another one of what both resources hold: the origin that
 * serves a path, the volume that is mounted, the service behind a host.
 */
export function choosesAnother(subject: string, reference: string, { pair, path }: Site): boolean {
  // What stands at the top names the resource itself, or something outside it.
  if (path.length < 2) return false;
  return textsIn(pair.subject).has(reference) && textsIn(pair.reference).has(subject);
}

function textsIn(resource: Resource): ReadonlySet<string> {
  let texts = known.get(resource);
  if (texts === undefined) {
    const found = new Set<string>();
    everyText(resource.inputs, (text) => found.add(text));
    known.set(resource, (texts = found));
  }
  return texts;
}
