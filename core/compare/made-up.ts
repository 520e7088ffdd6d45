import type { Resource } from "../model/resource";
import type { Site } from "./draft";

const ADDED = /^[-_.]?(?:[0-9a-f]{7,8})$/;

/**
 * Whether each text is its own resource's name with a random end, as providers make names up where the program gives
 * none: `orders-3f8a1c2`.
 */
export function bothMadeUp(subject: string, reference: string, { pair }: Pick<Site, "pair">): boolean {
  return isMadeUp(subject, pair.subject) && isMadeUp(reference, pair.reference);
}

function isMadeUp(text: string, { name }: Resource): boolean {
  return text.toLowerCase().startsWith(name.toLowerCase()) && ADDED.test(text.slice(name.length));
}
