import { appendFileSync } from "node:fs";

/** What a policy pack was asked: a method's path, and the request with a character for each byte. One a line, as JSON. */
export interface RecordedCall {
  readonly path: string;
  readonly request: string;
}

/** Notes every call to a policy pack in the file that PARITY_RECORD_CALLS names; nothing where it names none. */
export function recorder(file: string | undefined): (path: string, request: Buffer) => void {
  if (file === undefined) return () => undefined;
  return (path, request) => {
    if (path.endsWith("/Cancel")) return;
    const call: RecordedCall = { path, request: request.toString("latin1") };
    appendFileSync(file, `${JSON.stringify(call)}\n`);
  };
}
