import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { ReadError } from "../../core/errors";

const LARGEST = 512 * 1024 * 1024;

/** The text of a document: plain or gzip, UTF-8 or UTF-16 with a byte order mark. Throws ReadError. */
export function readDocument(file: string): string {
  return decode(unpack(readBytes(file), file));
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ReadError(`cannot be read: ${reasonOf(error)}`, file);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission denied",
};

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "for an unknown reason";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return REASONS[code] ?? error.message;
}

function unpack(bytes: Buffer, file: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST });
  } catch (error) {
    throw new ReadError(`cannot be unpacked: ${reasonOf(error)}`, file);
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString("utf16le");
  const text = bytes.toString("utf8");
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
