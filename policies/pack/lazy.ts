import type * as Failure from "./failure";
import type { Judgement } from "./judgement";
import type * as Judging from "./judging";

/**
 * Loads what reads and compares, and all that it needs. Not before the pack has said its port: until then it should be
 * as quick as an empty pack.
 */
export function loadJudging(): typeof Judging {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- as above
  return require("./judging");
}

/** For what fails before or beside the judging itself; loaded when it does. */
export function failedJudgement(error: unknown): Judgement {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above
  const { failureMessage, rejected } = require("./failure") as typeof Failure;
  return rejected(failureMessage(error), [], { env: {}, now: new Date(0) });
}
