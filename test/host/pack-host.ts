import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

export const PROJECT_ROOT = resolve(__dirname, "../..");
const POLICY_HOST = "@pulumi/pulumi/cmd/run-policy-pack";

/** A resource as the engine sends it, to be analysed and listed at the end. */
export interface SentResource {
  readonly urn: string;
  readonly inputs?: Properties;
  readonly outputs?: Properties;
  readonly provider?: string;
  readonly parent?: string;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  readonly additionalSecretOutputs?: readonly string[];
}
export type Properties = Readonly<Record<string, JavaScriptValue>>;

/** A violation as the engine gets it. */
export interface Diagnostic {
  readonly policy: string;
  readonly message: string;
  readonly urn: string;
  readonly level: "advisory" | "mandatory" | "disabled" | "remediate";
}

export interface HostOptions {
  readonly project?: string;
  readonly stack?: string;
  readonly dryRun?: boolean;
  /** Folder of the pack; the project's own by default. */
  readonly pack?: string;
  /** Whose policy host boots it: that of the `@pulumi/pulumi` that this folder sees; the project's own by default. */
  readonly hostOf?: string;
  /** Executable of the Node that runs it. */
  readonly node?: string;
  /** The calling folder. */
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly configuration?: Readonly<Record<string, string>>;
  readonly secretKeys?: readonly string[];
  /** As `--policy-pack-config` gives it, a level at least; every policy that is not named is mandatory. */
  readonly settings?: Readonly<
    Record<string, { readonly level?: Diagnostic["level"]; readonly properties?: Properties }>
  >;
}

/** The pack in the real policy host, spoken to as the engine does. */
export interface PackHost {
  readonly policies: readonly string[];
  analyze(resource: SentResource): Promise<readonly Diagnostic[]>;
  analyzeStack(resources: readonly SentResource[]): Promise<readonly Diagnostic[]>;
  /** One whole phase: every resource that has inputs is analysed, then all are listed. */
  run(resources: readonly SentResource[]): Promise<readonly Diagnostic[]>;
  /** What the pack wrote to stdout after its port, and to stderr. */
  output(): string;
  stop(): void;
}

/** Boots the pack with a home and a cache of its own. */
export async function startPack(options: HostOptions): Promise<PackHost> {
  const { project = "shop", stack = "staging", dryRun = true, pack = PROJECT_ROOT, node = process.execPath } = options;
  const policyHost = createRequire(join(realpathSync(options.hostOf ?? PROJECT_ROOT), "package.json")).resolve(
    POLICY_HOST,
  );
  const home = mkdtempSync(join(tmpdir(), "parity-host-"));
  const child = spawn(node, [policyHost, "127.0.0.1:1", pack], {
    cwd: pack,
    env: {
      ...withoutParity(process.env),
      HOME: home,
      XDG_CACHE_HOME: join(home, "cache"),
      PWD: options.cwd,
      PULUMI_NODEJS_ORGANIZATION: "organization",
      PULUMI_NODEJS_PROJECT: project,
      PULUMI_NODEJS_STACK: stack,
      PULUMI_NODEJS_DRY_RUN: String(dryRun),
      PULUMI_CONFIG: JSON.stringify(options.configuration ?? {}),
      ...options.env,
    },
  });
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const port = await new Promise<number>((found, failed) => {
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      const line = /^(\d+)\n/.exec(stdout);
      if (line !== null) {
        output += stdout.slice(line[0].length);
        stdout = line[0];
        found(Number(line[1]));
      }
    });
    child.on("exit", (code) =>
      failed(new Error(`the pack ended with ${String(code)} before it said its port: ${output}`)),
    );
  });
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": 1024 * 1024 * 400,
    "grpc.max_send_message_length": 1024 * 1024 * 400,
  });
  const stackRequest = new messages.AnalyzerStackConfigureRequest();
  stackRequest.setOrganization("organization").setProject(project).setStack(stack).setDryRun(dryRun);
  for (const [key, value] of Object.entries(options.configuration ?? {})) stackRequest.getConfigMap().set(key, value);
  stackRequest.setConfigSecretKeysList([...(options.secretKeys ?? [])]);
  await call(client.configureStack.bind(client), stackRequest);
  const info = await call<Empty, messages.AnalyzerInfo>(client.getAnalyzerInfo.bind(client), new Empty());
  const policies = info.getPoliciesList().map((policy) => policy.getName());
  await call(client.configure.bind(client), configureRequest(policies, options.settings ?? {}));

  const analyze = async (resource: SentResource) =>
    diagnostics(await call(client.analyze.bind(client), analyzeRequest(resource)));
  const analyzeStack = async (resources: readonly SentResource[]) => {
    const request = new messages.AnalyzeStackRequest();
    request.setResourcesList(resources.map(listedResource));
    return diagnostics(await call(client.analyzeStack.bind(client), request));
  };
  return {
    policies,
    analyze,
    analyzeStack,
    run: async (resources) => {
      const early: Diagnostic[] = [];
      for (const resource of resources) if (resource.inputs !== undefined) early.push(...(await analyze(resource)));
      return [...early, ...(await analyzeStack(resources))];
    },
    output: () => output,
    stop: () => {
      client.close();
      child.kill("SIGKILL");
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function withoutParity(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(PULUMI|PARITY)_/.test(name)));
}

function call<Request, Response>(
  method: (request: Request, done: (error: ServiceError | null, response: Response) => void) => unknown,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    method(request, (error, response) => (error === null ? resolve(response) : reject(error)));
  });
}

function configureRequest(policies: readonly string[], settings: NonNullable<HostOptions["settings"]>) {
  const request = new messages.ConfigureAnalyzerRequest();
  for (const policy of new Set([...policies, ...Object.keys(settings)])) {
    const config = new messages.PolicyConfig();
    config.setEnforcementlevel(PROTOCOL_LEVELS[settings[policy]?.level ?? "mandatory"]);
    config.setProperties(Struct.fromJavaScript({ ...settings[policy]?.properties }));
    request.getPolicyconfigMap().set(policy, config);
  }
  return request;
}

function analyzeRequest(resource: SentResource): messages.AnalyzeRequest {
  const request = new messages.AnalyzeRequest();
  const { type, name } = partsOf(resource.urn);
  request.setUrn(resource.urn).setType(type).setName(name);
  request.setProperties(Struct.fromJavaScript({ ...resource.inputs })).setOptions(optionsOf(resource));
  request.setProvider(providerOf(resource));
  return request;
}

function listedResource(resource: SentResource): messages.AnalyzerResource {
  const listed = new messages.AnalyzerResource();
  const { type, name } = partsOf(resource.urn);
  listed
    .setUrn(resource.urn)
    .setType(type)
    .setName(name)
    .setParent(resource.parent ?? "");
  listed.setProperties(Struct.fromJavaScript({ ...resource.outputs })).setOptions(optionsOf(resource));
  listed.setProvider(providerOf(resource));
  const dependencies = Object.entries(resource.propertyDependencies ?? {});
  listed.setDependenciesList([...new Set(dependencies.flatMap(([, urns]) => urns))]);
  for (const [property, urns] of dependencies)
    listed
      .getPropertydependenciesMap()
      .set(property, new messages.AnalyzerPropertyDependencies().setUrnsList([...urns]));
  return listed;
}

function optionsOf({ parent, additionalSecretOutputs = [] }: SentResource): messages.AnalyzerResourceOptions {
  const options = new messages.AnalyzerResourceOptions();
  options.setParent(parent ?? "").setAdditionalsecretoutputsList([...additionalSecretOutputs]);
  return options.setCustomtimeouts(new messages.AnalyzerResourceOptions.CustomTimeouts());
}

function providerOf({ provider }: SentResource): messages.AnalyzerProviderResource | undefined {
  if (provider === undefined) return undefined;
  const { type, name } = partsOf(provider);
  const found = new messages.AnalyzerProviderResource().setUrn(provider).setType(type).setName(name);
  return found.setProperties(Struct.fromJavaScript({}));
}

function partsOf(urn: string): { readonly type: string; readonly name: string } {
  const [, , type = "", name = ""] = urn.slice("urn:pulumi:".length).split("::");
  return { type: type.slice(type.lastIndexOf("$") + 1), name };
}

const { ADVISORY, MANDATORY, DISABLED, REMEDIATE } = messages.EnforcementLevel;
const PROTOCOL_LEVELS = { advisory: ADVISORY, mandatory: MANDATORY, disabled: DISABLED, remediate: REMEDIATE } as const;
/** In the protocol's order. */
const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;

function diagnostics(response: messages.AnalyzeResponse): readonly Diagnostic[] {
  return response.getDiagnosticsList().map((diagnostic) => ({
    policy: diagnostic.getPolicyname(),
    message: diagnostic.getMessage(),
    urn: diagnostic.getUrn(),
    level: LEVELS[diagnostic.getEnforcementlevel()],
  }));
}
