import type { Order } from "./words";
import { spelledOut } from "./words";

/** Debian's order (deb-version(7)): an epoch first, `~` before the end, letters before other signs. */
export function byDeb(version: string): Order {
  const { epoch, rest } = withoutEpoch(version);
  const dash = rest.lastIndexOf("-");
  const [upstream, revision] = dash === -1 ? [rest, ""] : [rest.slice(0, dash), rest.slice(dash + 1)];
  return [epoch, ...debRuns(upstream), ...debRuns(revision)];
}

function debRuns(text: string): Order {
  const runs = [...text.matchAll(/(\D*)(\d*)/g)];
  return runs.flatMap(([, signs = "", digits = ""]) => [...Array.from(signs, debSign), 0, Number(digits)]);
}

function debSign(sign: string): number {
  if (sign === "~") return -1;
  const code = sign.codePointAt(0) ?? 0;
  return /[A-Za-z]/.test(sign) ? code : code + 0x1000;
}

/** RPM's order: `~` before the end, `^` just after it, letters before numbers; what separates does not count. */
export function byRpm(version: string): Order {
  const { epoch, rest } = withoutEpoch(version);
  const dash = rest.lastIndexOf("-");
  const [upstream, release] = dash === -1 ? [rest, ""] : [rest.slice(0, dash), rest.slice(dash + 1)];
  return [epoch, ...rpmSegments(upstream), 0, ...rpmSegments(release)];
}

function rpmSegments(text: string): Order {
  return (text.match(/~|\^|\d+|[A-Za-z]+/g) ?? []).flatMap((segment) => {
    if (segment === "~") return [-1];
    if (segment === "^") return [1];
    return /^\d/.test(segment) ? [3, Number(segment)] : [2, ...spelledOut(segment)];
  });
}

/** Before a release in this order, then after it. */
const APK_EARLY = ["alpha", "beta", "pre", "rc"];
const APK_LATE = ["cvs", "svn", "git", "hg", "p"];

/** Alpine's order: numbers, a letter, suffixes such as `_rc1` and `_p2`, a revision `-r3`. */
export function byApk(version: string): Order {
  const parts = version.match(/\d+|[a-z]|_[a-z]+\d*|~[0-9a-f]+|-r\d+/g) ?? [];
  return parts.flatMap((part) => {
    const [, word = "", number = ""] = /^[_-]([a-z]+)(\d*)$/.exec(part) ?? [];
    if (part.startsWith("-")) return [1, Number(number)];
    if (part.startsWith("_")) return apkSuffix(word, Number(number));
    if (part.startsWith("~")) return [];
    return /^\d/.test(part) ? [4, Number(part)] : [3, ...spelledOut(part)];
  });
}

function apkSuffix(word: string, number: number): Order {
  const early = APK_EARLY.indexOf(word);
  return early === -1 ? [2, APK_LATE.indexOf(word), number] : [early - APK_EARLY.length, number];
}

function withoutEpoch(version: string): { readonly epoch: number; readonly rest: string } {
  const [, epoch = "0", rest = version] = /^(\d+):(.+)$/.exec(version) ?? [];
  return { epoch: Number(epoch), rest };
}
