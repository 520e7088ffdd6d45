/**
 * An AWS provider that needs no AWS: it accepts what programs declare, makes up what the cloud would answer (ids,
 * ARNs, names and addresses in their real shapes, another set for every stack and account) and, in previews, leaves
 * unknown what a real preview cannot know. The engine starts it as `pulumi-resource-aws`.
 */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { awsProvider } from "./provider";

const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
server.addService(ResourceProviderService, awsProvider());
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.stdout.write(`${port}\n`);
});
// The engine holds our stdin open for as long as it lives.
process.stdin.on("end", () => process.exit(0)).resume();
