import * as zlib from "node:zlib";
import { ReadError } from "../../core/errors";

/** Uncompressed bytes; the exports of 10,000 resources have about 50 million. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** Bytes as they lie on the disk → text: gzip and zstd are told by their first bytes, UTF-8 and UTF-16 by their mark. */
export function decodeText(bytes: Buffer, source: string): string {
  return decodeCharacters(decompress(bytes, source));
}

function decompress(bytes: Buffer, source: string): Buffer {
  try {
    const unpack = decompressorOf(bytes);
    return unpack === undefined ? bytes : unpack(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    throw new ReadError(compressionMessage(error), source);
  }
}

/** What the first bytes of a file say; nothing of a kind that can only be unpacked as a whole. */
export function decodeBeginning(bytes: Buffer): string {
  if (decompressorOf(bytes) === undefined) return decodeCharacters(bytes);
  if (!isGzip(bytes)) return "";
  const { Z_SYNC_FLUSH } = zlib.constants;
  return decodeCharacters(zlib.gunzipSync(bytes, { finishFlush: Z_SYNC_FLUSH, maxOutputLength: MAX_BYTES }));
}

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Buffer;

function decompressorOf(bytes: Buffer): Unpack | undefined {
  if (isGzip(bytes)) return zlib.gunzipSync;
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528) return zstd();
  return undefined;
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Node.js has zstd from 22.15 on. */
function zstd(): Unpack {
  const unpack: unknown = Reflect.get(zlib, "zstdDecompressSync");
  if (typeof unpack !== "function")
    throw new Error("this Node.js cannot read .zst; use 22.15 or newer, or unpack it first");
  return (bytes, options) => {
    const unpacked: unknown = Reflect.apply(unpack, zlib, [bytes, options]);
    return Buffer.isBuffer(unpacked) ? unpacked : Buffer.alloc(0);
  };
}

function compressionMessage(error: unknown): string {
  if (error instanceof RangeError) return `unpacks to more than ${MAX_BYTES / 1024 / 1024} MB; that is no state`;
  return `cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`;
}

function decodeCharacters(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return swapped(bytes.subarray(2)).toString("utf16le");
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.toString("utf8", start);
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}
