import type { ReportedSince } from "../../core/report/types";

/** `2026-11-08, by the reference's update 3f2a91c of ada: larger disks`; the link stands for itself elsewhere. */
export function sinceText({ at, side, commit, author, message, atLeast }: ReportedSince): string {
  const day = `${at.slice(0, 10)}${atLeast === true ? " at least" : ""}`;
  const update = [commit?.slice(0, 12), author === undefined ? undefined : `of ${author}`].filter(Boolean).join(" ");
  const told = message === undefined || message === "" ? "" : `: ${message}`;
  return `${day}, by the ${side}'s update${update === "" ? "" : ` ${update}`}${told}`;
}
