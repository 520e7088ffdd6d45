/** What can be expected to go wrong. Each is one clear line: what, where, how to mend it. The rest is a bug. */
export class ParityError extends Error {
  override readonly name: string = "ParityError";
  constructor(
    message: string,
    /** 2: usage or configuration; 3: something could not be read or judged. */
    readonly exitCode: 2 | 3,
    /** `file:line:column` or a path, where there is one. */
    readonly place?: string,
  ) {
    super(message);
  }
}

/** The caller wrote something that cannot be meant: an option, parity.yaml, a waiver. */
export class UsageError extends ParityError {
  override readonly name = "UsageError";
  constructor(message: string, place?: string) {
    super(message, 2, place);
  }
}

/** A state, snapshot, document or command could not be read. */
export class ReadError extends ParityError {
  override readonly name = "ReadError";
  constructor(message: string, place?: string) {
    super(message, 3, place);
  }
}
