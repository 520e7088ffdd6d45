import { closeSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Writes a file so that a reader sees the old one or the new one, never a part. Makes its folder; throws as node does. */
export function writeWhole(file: string, text: string, access: { readonly private?: boolean } = {}): void {
  const folder = dirname(file);
  const temporary = join(folder, `.${basename(file)}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, ...(access.private === true && { mode: 0o700 }) });
    writeFileSync(temporary, text, { mode: access.private === true ? 0o600 : 0o666 });
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The first so many bytes of a file, without reading the rest; throws as node does. */
export function beginningOf(path: string, bytes: number): Buffer {
  const file = openSync(path, "r");
  try {
    const beginning = Buffer.alloc(bytes);
    return beginning.subarray(0, readSync(file, beginning));
  } finally {
    closeSync(file);
  }
}
