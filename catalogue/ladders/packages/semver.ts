import type { Order } from "./words";
import { spelledOut } from "./words";

/** As many numbers as anybody writes: NuGet has four. */
const NUMBERS = 5;
const RELEASE = 1;

/** Semantic versions, and Go's pseudo-versions, which are pre-releases by date; undefined for anything else. */
export function bySemver(version: string): Order | undefined {
  const [, core, early] = /^(?:go|[vV=])?(\d+(?:\.\d+){0,4})(?:-([\w.-]+))?(?:\+[\w.-]*)?$/.exec(version) ?? [];
  if (core === undefined) return undefined;
  const numbers = core.split(".").map(Number);
  const padded = [...numbers, ...Array<number>(NUMBERS - numbers.length).fill(0)];
  return early === undefined ? [...padded, RELEASE] : [...padded, 0, ...early.split(".").flatMap(identifier)];
}

/** Numbers come before words, and fewer identifiers before more. */
function identifier(text: string): Order {
  return /^\d+$/.test(text) ? [1, Number(text)] : [2, ...spelledOut(text)];
}
