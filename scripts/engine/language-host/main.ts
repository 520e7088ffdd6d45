/**
 * A small Pulumi language host for Node: test equipment for machines where only the engine itself can be had.
 * The engine starts it as `pulumi-language-nodejs <engine address>` and reads the port from the first line of stdout.
 */
import { Server, type handleUnaryCall } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { GetRequiredPackagesResponse, LanguageHandshakeResponse } from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { listen, NO_SIZE_LIMIT } from "./listen";
import { runPlugin } from "./run-plugin";
import { programRunner } from "./run-program";

function engineAddress(): string {
  const address = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
  if (address === undefined) throw new Error("usage: pulumi-language-nodejs <engine address>");
  return address;
}

function answer<T>(make: () => T): handleUnaryCall<unknown, T> {
  return (_call, done) => done(null, make());
}

async function main(): Promise<void> {
  const server = new Server(NO_SIZE_LIMIT);
  server.addService(LanguageRuntimeService, {
    handshake: answer(() => new LanguageHandshakeResponse()),
    getPluginInfo: answer(() => new PluginInfo().setVersion("0.0.0")),
    getRequiredPackages: answer(() => new GetRequiredPackagesResponse()),
    run: programRunner(engineAddress()),
    runPlugin,
    cancel: answer(() => new Empty()),
  });
  process.stdout.write(`${await listen(server)}\n`);
  // The engine holds our stdin open for as long as it lives.
  process.stdin.on("end", () => process.exit(0)).resume();
}

void main();
