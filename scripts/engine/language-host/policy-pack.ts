import { RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import type { AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { relayAnalyzer } from "./analyzer-relay";
import { entryPoint } from "./entry-point";
import { attach, pluginEnvironment, pluginFolder, type PluginStream } from "./plugin-process";

/** What makes `getStack()`, `Config` and the like work inside the pack, as environment variables of its process. */
export function stackEnvironment(stack: AnalyzerStackConfigureRequest | undefined): NodeJS.ProcessEnv {
  if (stack === undefined) return {};
  return {
    PULUMI_NODEJS_ORGANIZATION: stack.getOrganization(),
    PULUMI_NODEJS_PROJECT: stack.getProject(),
    PULUMI_NODEJS_STACK: stack.getStack(),
    PULUMI_NODEJS_DRY_RUN: String(stack.getDryRun()),
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(stack.getConfigMap().getEntryList())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(stack.getConfigSecretKeysList()),
  };
}

/** Starts the pack's own process; gives the port that it prints first. Whatever it prints later goes to the engine. */
function boot(stream: PluginStream, stack: AnalyzerStackConfigureRequest | undefined): Promise<string> {
  const folder = pluginFolder(stream.request);
  const script = entryPoint(folder, "run-policy-pack");
  const child = spawn(process.execPath, [script, ...stream.request.getArgsList(), folder], {
    cwd: folder,
    env: { ...pluginEnvironment(stream.request), ...stackEnvironment(stack) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  attach(stream, child);
  return new Promise((resolve, reject) => {
    let booted = false;
    child.on("close", () => reject(new Error("the policy pack ended before it served")));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (booted) stream.write(new RunPluginResponse().setStdout(Buffer.from(`${line}\n`)));
      else resolve(line.trim());
      booted = true;
    });
  });
}

/**
 * Serves a policy pack. The engine wants a port before it says which stack it is about, and the pack wants to know
 * the stack before it starts: so a relay stands between them.
 */
export async function servePack(stream: PluginStream): Promise<void> {
  const relay = await relayAnalyzer((stack) => boot(stream, stack));
  stream.on("cancelled", () => relay.server.forceShutdown());
  stream.write(new RunPluginResponse().setStdout(Buffer.from(`${relay.port}\n`)));
}
