import {
  Client,
  credentials,
  Server,
  type handleUnaryCall,
  type MethodDefinition,
  type sendUnaryData,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzerHandshakeResponse, AnalyzerStackConfigureRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { listen, NO_SIZE_LIMIT } from "./listen";
import { recorder } from "./recorder";

/** Starts the pack for a stack (none where the engine named none) and gives its port. */
export type Boot = (stack: AnalyzerStackConfigureRequest | undefined) => Promise<string>;

type Bytes = MethodDefinition<Buffer, Buffer>;

const asIs = (bytes: Buffer): Buffer => bytes;

/** The analyzer's methods with messages left as bytes: the relay passes on what it need not understand. */
const rawMethods: Readonly<Record<string, Bytes>> = Object.fromEntries(
  Object.entries(AnalyzerService).map(([name, method]) => [
    name,
    {
      path: method.path,
      requestStream: false,
      responseStream: false,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  ]),
);

/** A connection to the pack, made at the first call that needs it. */
class Pack {
  #client: Promise<Client> | undefined;
  private readonly record = recorder(process.env.PARITY_RECORD_CALLS);

  constructor(private readonly boot: Boot) {}

  client(stack?: AnalyzerStackConfigureRequest): Promise<Client> {
    this.#client ??= this.boot(stack).then(
      (port) => new Client(`127.0.0.1:${port}`, credentials.createInsecure(), NO_SIZE_LIMIT),
    );
    return this.#client;
  }

  forward(method: Bytes, message: Buffer, done: sendUnaryData<Buffer>, stack?: AnalyzerStackConfigureRequest): void {
    this.record(method.path, message);
    this.client(stack).then(
      (client) => client.makeUnaryRequest(method.path, asIs, asIs, message, (error, answer) => done(error, answer)),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  }
}

function handler(pack: Pack, name: string, method: Bytes): handleUnaryCall<Buffer, Buffer> {
  if (name === "handshake")
    return (_call, done) => done(null, Buffer.from(new AnalyzerHandshakeResponse().serializeBinary()));
  if (name === "configureStack")
    return ({ request }, done) =>
      pack.forward(method, request, done, AnalyzerStackConfigureRequest.deserializeBinary(request));
  return ({ request }, done) => pack.forward(method, request, done);
}

/** Serves the analyzer protocol in a pack's place, starting the pack when the first call says for which stack. */
export async function relayAnalyzer(boot: Boot): Promise<{ readonly server: Server; readonly port: number }> {
  const pack = new Pack(boot);
  const server = new Server(NO_SIZE_LIMIT);
  const definition: ServiceDefinition = { ...rawMethods };
  const handlers: UntypedServiceImplementation = Object.fromEntries(
    Object.entries(rawMethods).map(([name, method]) => [name, handler(pack, name, method)]),
  );
  server.addService(definition, handlers);
  return { server, port: await listen(server) };
}
