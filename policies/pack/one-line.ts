import { ParityError } from "../../core/errors";
import { plainLine } from "../../core/report/plain";

/** What went wrong, as one line without a stack trace. */
export function oneLine(error: unknown): string {
  const message = plainLine((error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, "; "));
  if (!(error instanceof ParityError)) return `an unexpected failure, which is a bug of this pack: ${message}`;
  return error.place === undefined || message.includes(error.place) ? message : `${error.place}: ${message}`;
}
