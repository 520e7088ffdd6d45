import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { PROJECT_ROOT } from "../engine";
import type { RecordedCall } from "../engine/language-host/recorder";

/** Where the storefront's recordings lie. */
export const RECORDED = join(PROJECT_ROOT, "examples", "storefront", "recorded");

function isCall(value: unknown): value is RecordedCall {
  return typeof value === "object" && value !== null && "path" in value && "request" in value;
}

/** What the engine asked the pack in this scene. */
export function readCalls(recording: string): readonly RecordedCall[] {
  const text = brotliDecompressSync(readFileSync(join(RECORDED, `${recording}.calls.br`))).toString("utf8");
  const calls = text
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  return calls.filter(isCall);
}

/** Keeps something compressed, as small as it gets. */
export function keep(name: string, content: string): void {
  writeFileSync(join(RECORDED, `${name}.br`), brotliCompressSync(content));
}

/** An export as if it were made now: an old recording would be judged as an old reference. */
export function freshExport(stack: string): string {
  const text = brotliDecompressSync(readFileSync(join(RECORDED, `${stack}.json.br`))).toString("utf8");
  return text.replace(/("time": ?)"[^"]*"/, `$1${JSON.stringify(new Date().toISOString())}`);
}
