import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export const temporary = (): string => mkdtempSync(join(tmpdir(), "parity-cli-"));

export interface FakePulumi {
  readonly env: Record<string, string>;
  /** The command lines that it was called with. */
  readonly calls: () => readonly string[];
}

/** A `pulumi` on PATH that answers as told, and keeps what it was asked. */
export function fakePulumi(answer: string): FakePulumi {
  const folder = temporary();
  const log = join(folder, "calls");
  writeFileSync(log, "");
  mkdirSync(join(folder, "home"));
  writeFileSync(join(folder, "pulumi"), `#!/bin/sh\necho "$*" >> "${log}"\n${answer}\n`);
  chmodSync(join(folder, "pulumi"), 0o755);
  const env = {
    PATH: `${folder}${delimiter}${process.env.PATH ?? ""}`,
    FIXTURES: join(__dirname, "fixtures"),
    HOME: join(folder, "home"),
  };
  return { env, calls: () => readFileSync(log, "utf8").trim().split("\n") };
}
