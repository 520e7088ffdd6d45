import type { ServerWritableStream } from "@grpc/grpc-js";
import { RunPluginResponse, type RunPluginRequest } from "@pulumi/pulumi/proto/language_pb";
import type { ChildProcess } from "node:child_process";

/** The stream on which the engine reads a plugin's output and exit code. */
export type PluginStream = ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/** The environment that the engine sent along, one `NAME=value` a line; ours where it sent none. */
export function pluginEnvironment(request: RunPluginRequest): NodeJS.ProcessEnv {
  const lines = request.getEnvList();
  if (lines.length === 0) return process.env;
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

/** The folder that holds the plugin's code. */
export function pluginFolder(request: RunPluginRequest): string {
  return request.getInfo()?.getProgramDirectory() ?? request.getProgram();
}

/** Passes a process's stderr on and, when it has ended, its exit code; ends the process when the engine hangs up. */
export function attach(stream: PluginStream, child: ChildProcess): void {
  child.stderr?.on("data", (data: Buffer) => stream.write(new RunPluginResponse().setStderr(data)));
  child.on("error", (error) => stream.destroy(error));
  child.on("close", (code) => {
    stream.write(new RunPluginResponse().setExitcode(code ?? 1));
    stream.end();
  });
  stream.on("cancelled", () => child.kill());
}
