import { RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { spawn } from "node:child_process";
import { entryPoint } from "./entry-point";
import { attach, pluginEnvironment, pluginFolder, type PluginStream } from "./plugin-process";
import { servePack } from "./policy-pack";

/** Runs a policy pack or any other plugin that is written in TypeScript or JavaScript. */
export function runPlugin(stream: PluginStream): void {
  if (stream.request.getKind() === "analyzer") {
    void servePack(stream);
    return;
  }
  const folder = pluginFolder(stream.request);
  const child = spawn(process.execPath, [entryPoint(folder, "run-plugin"), folder, ...stream.request.getArgsList()], {
    cwd: stream.request.getPwd(),
    env: pluginEnvironment(stream.request),
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (data: Buffer) => stream.write(new RunPluginResponse().setStdout(data)));
  attach(stream, child);
}
