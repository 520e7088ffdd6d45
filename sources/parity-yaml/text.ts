import { readFileSync, statSync } from "node:fs";
import { ReadError, UsageError } from "../../core/errors";

/** parity.yaml is written by people; what is larger than this is something else. */
const LARGEST = 5 * 1024 * 1024;

/** Text of a file in UTF-8 or UTF-16, without its byte order mark. Throws ReadError. */
export function readText(file: string): string {
  try {
    if (!statSync(file).isFile()) throw new UsageError("this is no file; name a parity.yaml", file);
    const bytes = readFileSync(file);
    if (bytes.length > LARGEST) throw new UsageError("larger than 5 MB, which no parity.yaml is", file);
    return decode(bytes);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message.replace(/, \w+ '.*'$/, "") : String(error);
    throw new ReadError(`cannot be read (${reason})`, file);
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}
