import type { AnalyzerService as Service } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { byUrn, policySettingsOf, propertiesOf, registeredOf, stackFactsOf, takeProperties } from "./messages";
import { mayHoldAssets, repairAssets } from "./repair-assets";
import type { PolicySettings, RawProperties, StackFacts } from "./messages";

/** Hears what the engine sends, before the policy SDK simplifies it. Called at once; nothing may throw. */
export interface WireListener {
  stack(facts: StackFacts): void;
  registered(policies: readonly string[]): void;
  settings(settings: PolicySettings): void;
  inputs(urn: string, properties: RawProperties): void;
  outputs(properties: ReadonlyMap<string, RawProperties>): void;
  /** Whether nobody but this listener wants to know of properties. */
  isAlone(): boolean;
}

/**
 * Listens to the analyzer protocol. The policy SDK unwraps secrets, drops the hashes of assets and shows a policy only
 * its own configuration; the messages that it makes this from still have all of it. To be called before the
 * `PolicyPack` is made. Gives false where the SDK is built differently; then its own arguments have to do.
 */
export function listenToEngine(listener: WireListener): boolean {
  const service = analyzerService();
  if (service === undefined) return false;
  tap(service.configureStack, (request) => listener.stack(stackFactsOf(request)));
  tapResponse(service.getAnalyzerInfo, (info) => listener.registered(registeredOf(info)));
  tap(service.configure, (request) => listener.settings(policySettingsOf(request)));
  tap(service.analyze, (request, bytes) => {
    if (listener.isAlone()) {
      listener.inputs(request.getUrn(), takeProperties(request));
      return;
    }
    if (mayHoldAssets(bytes)) repairAssets(request.getProperties());
    listener.inputs(request.getUrn(), propertiesOf(request));
  });
  tap(service.analyzeStack, (request, bytes) => {
    if (listener.isAlone()) {
      listener.outputs(byUrn(request, takeProperties));
      return;
    }
    if (mayHoldAssets(bytes)) for (const resource of request.getResourcesList()) repairAssets(resource.getProperties());
    listener.outputs(byUrn(request, propertiesOf));
  });
  return true;
}

interface Method<Request> {
  requestDeserialize: (bytes: Buffer) => Request;
}

function tap<Request>(method: Method<Request>, hear: (request: Request, bytes: Buffer) => void): void {
  const original = method.requestDeserialize;
  method.requestDeserialize = (bytes) => {
    const request = original(bytes);
    hear(request, bytes);
    return request;
  };
}

interface Answer<Response> {
  responseSerialize: (response: Response) => Buffer;
}

function tapResponse<Response>(method: Answer<Response>, hear: (response: Response) => void): void {
  const original = method.responseSerialize;
  method.responseSerialize = (response) => {
    hear(response);
    return original(response);
  };
}

function analyzerService(): typeof Service | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- whether it can be loaded at all is the question
    const loaded: unknown = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
    const service: unknown = Reflect.get(Object(loaded), "AnalyzerService");
    return isService(service) ? service : undefined;
  } catch {
    return undefined;
  }
}

const METHODS = ["configureStack", "configure", "analyze", "analyzeStack", "getAnalyzerInfo"];

function isService(service: unknown): service is typeof Service {
  return METHODS.every((name) => {
    const method: unknown = Reflect.get(Object(service), name);
    return ["requestDeserialize", "responseSerialize"].every(
      (member) => typeof Reflect.get(Object(method), member) === "function",
    );
  });
}
