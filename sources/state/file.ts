import { readFileSync, statSync } from "node:fs";
import { ReadError } from "../../core/errors";
import { decodeText, MAX_BYTES } from "./decode";

/** A document's text; anything but a readable file of bounded size is a ReadError that names it. */
export function readText(file: string): string {
  return decodeText(readBytes(file), file);
}

function readBytes(file: string): Buffer {
  try {
    const status = statSync(file);
    if (!status.isFile()) throw new ReadError("is no file", file);
    if (status.size > MAX_BYTES)
      throw new ReadError(`is larger than ${MAX_BYTES / 1024 / 1024} MB; that is no state`, file);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError(`cannot be read: ${reason(error)}`, file);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "its links go in a circle",
  ENAMETOOLONG: "the name is too long",
  ENOTDIR: "a part of the path is no folder",
};

function reason(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return (typeof code === "string" ? REASONS[code] : undefined) ?? (error instanceof Error ? error.message : "unknown");
}
