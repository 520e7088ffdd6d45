import type { Order } from "./words";

const VERSION =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|alpha|b|beta|c|rc|pre|preview)[-_.]?(\d*))?(?:(?:[-_.]?(?:post|rev|r)[-_.]?(\d*))|-(\d+))?([-_.]?dev[-_.]?(\d*))?(?:\+[\w.-]+)?$/i;

const EARLY: Readonly<Record<string, number>> = { a: -3, alpha: -3, b: -2, beta: -2 };
const CANDIDATE = -1;
const BEFORE_EARLY = -4;
const NO_DEV = Number.MAX_SAFE_INTEGER;
const NUMBERS = 8;

/** Python's versions (PEP 440): dev < a < b < rc < release < post; undefined for anything else. */
export function byPep440(version: string): Order | undefined {
  const [, epoch = "0", release, early, earlyNumber, postNumber, dashed, dev, devNumber] = VERSION.exec(version) ?? [];
  if (release === undefined) return undefined;
  const post = postNumber ?? dashed;
  const numbers = release.split(".").map(Number);
  const padded = [...numbers, ...Array<number>(Math.max(0, NUMBERS - numbers.length)).fill(0)];
  const onlyDev = early === undefined && post === undefined && dev !== undefined;
  const phase = early === undefined ? (onlyDev ? BEFORE_EARLY : 0) : (EARLY[early.toLowerCase()] ?? CANDIDATE);
  return [
    Number(epoch),
    ...padded,
    phase,
    Number(earlyNumber ?? 0),
    post === undefined ? 0 : Number(post) + 1,
    dev === undefined ? NO_DEV : Number(devNumber),
  ];
}
