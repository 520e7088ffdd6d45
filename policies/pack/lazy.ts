import type * as Judging from "./judging";

/**
 * Loads what reads and compares, and all that it needs. Not before the pack has said its port: until then it should be
 * as quick as an empty pack.
 */
export function loadJudging(): typeof Judging {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- as above
  return require("./judging");
}
