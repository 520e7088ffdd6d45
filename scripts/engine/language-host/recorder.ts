import { appendFileSync } from "node:fs";

/** What a policy pack was asked: a method's path and the request as base64, one JSON object a line of the file. */
export interface RecordedCall {
  readonly path: string;
  readonly request: string;
}

/** Notes every call to a policy pack in the file that PARITY_RECORD_CALLS names; nothing where it names none. */
export function recorder(file: string | undefined): (path: string, request: Buffer) => void {
  if (file === undefined) return () => undefined;
  return (path, request) => {
    const call: RecordedCall = { path, request: request.toString("base64") };
    appendFileSync(file, `${JSON.stringify(call)}\n`);
  };
}
