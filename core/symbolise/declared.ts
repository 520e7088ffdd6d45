import type { Sides } from "../model/comparison";
import type { Place } from "./places";

const ACCOUNT = /^\d{9,}$/;
const SIZE = /^(?:[a-z]{2,12}\.)?[a-z]+\d+[a-z0-9-]*\.[a-z0-9]+$/i;
const ADDRESS = /^arn:|:\/\/|@|^[\w*-]+(?:\.[\w-]+)+$/;
const VERSION = /^v?\d+(?:\.\d+)*$/;
const NAME = /^(?=.*\d)(?=.*[a-z])[\w.-]{8,}$|^\w+(?:[-_.]\w+)+$/i;

/** Whether a text identifies something, so that it may stand for another one; a mode, size, version or image may not. */
export function isIdentity(text: string): boolean {
  if (ACCOUNT.test(text)) return true;
  if (SIZE.test(text) || VERSION.test(text)) return false;
  return ADDRESS.test(text) || NAME.test(text);
}

/** The declared equivalents that may be applied. */
export function declaredPlaces(same: readonly Sides<string>[]): readonly Place[] {
  return same
    .filter(({ subject, reference }) => subject !== reference && isIdentity(subject) && isIdentity(reference))
    .map((pair) => ({ ...pair, source: "declared" as const, occurrences: 0 }));
}

/** Whether parity.yaml says so of these two texts. */
export function isAmong(said: readonly Sides<string>[], { subject, reference }: Sides<string>): boolean {
  return said.some((pair) => pair.subject === subject && pair.reference === reference);
}
