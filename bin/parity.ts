#!/usr/bin/env node
import { isatty } from "node:tty";
import type { Output } from "../cli/command";
import { main } from "../cli/main";

function output(stream: NodeJS.WriteStream & { readonly fd: number }): Output {
  const isTerminal = isatty(stream.fd);
  return {
    write: (text) => void stream.write(text),
    isTerminal,
    columns: isTerminal ? stream.columns : 80,
    color: wantsColor(isTerminal),
  };
}

/** As no-color.org and force-color.org have it. */
function wantsColor(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0";
  return isTerminal && TERM !== "dumb";
}

// `parity audit | head` closes the pipe early; that is the reader's right and no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const context = {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  cwd: process.cwd(),
  env: process.env,
  now: new Date(),
};
void main(process.argv.slice(2), context).then((code) => {
  process.exitCode = code;
});
