import * as zlib from "node:zlib";
import type { Expected } from "./input";

/** One text as bytes that still say the same, or that no longer do. */
export interface Encoding {
  readonly name: string;
  readonly expected: Expected;
  /** The file's name from the plain one's; most keep it. */
  readonly end?: string;
  readonly encode: (text: string) => Buffer;
}

const utf16le = (text: string) => Buffer.from(text, "utf16le");

export const ENCODINGS: readonly Encoding[] = [
  { name: "BOM", expected: "same", encode: (text) => Buffer.from(`\ufeff${text}`) },
  { name: "CRLF", expected: "same", encode: (text) => Buffer.from(text.replaceAll("\n", "\r\n")) },
  { name: "BOM and CRLF", expected: "same", encode: (text) => Buffer.from(`\ufeff${text.replaceAll("\n", "\r\n")}`) },
  { name: "UTF-16LE with BOM", expected: "same", encode: (text) => utf16le(`\ufeff${text}`) },
  { name: "UTF-16BE with BOM", expected: "same", encode: (text) => utf16le(`\ufeff${text}`).swap16() },
  { name: "gzip", expected: "same", end: ".gz", encode: (text) => zlib.gzipSync(text) },
  { name: "gzip of two members", expected: "same", end: ".gz", encode: twoMembers },
  { name: "white space around it", expected: "same", encode: (text) => Buffer.from(`\n\n${text}\n\n\n`) },
  { name: "UTF-16LE without BOM", expected: "any", encode: utf16le },
  { name: "UTF-16LE, one byte short", expected: "any", encode: (text) => utf16le(`\ufeff${text}`).subarray(0, -1) },
  { name: "UTF-32LE", expected: "any", encode: utf32 },
  { name: "Latin-1", expected: "any", encode: (text) => Buffer.from(`${text}\u00e9`, "latin1") },
  {
    name: "gzip that is cut off",
    expected: "refused",
    end: ".gz",
    encode: (text) => zlib.gzipSync(text).subarray(0, 60),
  },
  { name: "gzip with another's checksum", expected: "refused", end: ".gz", encode: brokenChecksum },
  { name: "gzip within gzip", expected: "any", end: ".gz", encode: (text) => zlib.gzipSync(zlib.gzipSync(text)) },
  {
    name: "gzip with junk behind it",
    expected: "any",
    end: ".gz",
    encode: (text) => Buffer.concat([zlib.gzipSync(text), Buffer.from("junk")]),
  },
  { name: "brotli", expected: "refused", encode: (text) => zlib.brotliCompressSync(text) },
  { name: "zstd's first bytes alone", expected: "refused", encode: () => Buffer.from([0x28, 0xb5, 0x2f, 0xfd]) },
  { name: "NUL at the end", expected: "any", encode: (text) => Buffer.from(`${text}\0`) },
  { name: "NULs alone", expected: "refused", encode: () => Buffer.alloc(4096) },
  { name: "a BOM alone", expected: "any", encode: () => Buffer.from("\ufeff") },
  { name: "nothing", expected: "any", encode: () => Buffer.alloc(0) },
  { name: "two documents", expected: "refused", encode: (text) => Buffer.from(`${text}\n---\n${text}`) },
];

function twoMembers(text: string): Buffer {
  const half = Math.floor(text.length / 2);
  return Buffer.concat([zlib.gzipSync(text.slice(0, half)), zlib.gzipSync(text.slice(half))]);
}

function utf32(text: string): Buffer {
  const bytes = Buffer.alloc(4 * (text.length + 1));
  bytes.writeUInt32LE(0xfeff, 0);
  for (let at = 0; at < text.length; at++) bytes.writeUInt32LE(text.charCodeAt(at), 4 * (at + 1));
  return bytes;
}

function brokenChecksum(text: string): Buffer {
  const bytes = zlib.gzipSync(text);
  bytes.writeUInt32LE((bytes.readUInt32LE(bytes.length - 8) ^ 0xffffffff) >>> 0, bytes.length - 8);
  return bytes;
}
