import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SIGNATURE_KEY, SIGNATURES } from "../../sources/state/signatures";
import { startPack, type HostOptions, type PackHost, type Properties, type SentResource } from "./pack-host";

/** The engine's text for a value that is not known yet. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A secret as the engine sends it. */
export function secret(value: string): Properties {
  return { [SIGNATURE_KEY]: SIGNATURES.secret, value };
}

const PROVIDER_TYPE = "pulumi:providers:aws";

export function urn(stack: string, type: string, name: string): string {
  return `urn:pulumi:${stack}::shop::${type}::${name}`;
}

/** What the tests change of a stack. */
export interface Difference {
  readonly queue?: Properties;
  readonly database?: Properties;
  readonly extra?: readonly SentResource[];
}

/** A small shop as the engine shows it in the preview of a stack that was never deployed. */
export function previewOf(stack: string, { queue, database, extra = [] }: Difference = {}): readonly SentResource[] {
  const provider = urn(stack, PROVIDER_TYPE, "default_7_0_0");
  const root = urn(stack, "pulumi:pulumi:Stack", `shop-${stack}`);
  const failures = urn(stack, "aws:sqs/queue:Queue", "failures");
  const own = { provider, parent: root };
  return [
    { urn: root, inputs: {}, outputs: {} },
    { urn: provider, inputs: { region: "eu-west-1" }, outputs: { region: "eu-west-1" } },
    { ...own, urn: failures, inputs: { messageRetentionSeconds: 1209600 }, outputs: { arn: UNKNOWN_TEXT } },
    {
      ...own,
      urn: urn(stack, "aws:sqs/queue:Queue", "orders"),
      inputs: { visibilityTimeoutSeconds: 60, redrivePolicy: UNKNOWN_TEXT, ...queue },
      outputs: { arn: UNKNOWN_TEXT },
      propertyDependencies: { redrivePolicy: [failures] },
    },
    {
      ...own,
      urn: urn(stack, "aws:rds/instance:Instance", "database"),
      inputs: { ...DATABASE, password: secret(`${stack}-password-1`), ...database },
      outputs: { address: UNKNOWN_TEXT },
    },
    ...extra,
  ];
}

const DATABASE = { engine: "postgres", engineVersion: "16.3", instanceClass: "db.r6g.large", storageEncrypted: true };

/** The same shop, deployed, as `pulumi stack export` writes it. */
export function exportOf(stack: string, difference: Difference = {}): unknown {
  const resources = previewOf(stack, difference).map((sent, at) => exported(sent, stack, at));
  return { version: 3, deployment: { manifest: { time: "2026-01-02T03:04:05Z", version: "v3.259.0" }, resources } };
}

function exported(sent: SentResource, stack: string, at: number): unknown {
  const type = sent.urn.split("::")[2] ?? "";
  const arn = `arn:aws:sqs:eu-west-1:123456789012:${sent.urn.split("::")[3] ?? ""}-${at}f3a9c1`;
  const known = (properties: Properties = {}) =>
    Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, value === UNKNOWN_TEXT ? knownText(key, arn) : value]),
    );
  return {
    urn: sent.urn,
    type,
    custom: type !== "pulumi:pulumi:Stack",
    ...(type !== "pulumi:pulumi:Stack" && { id: `${stack}-${at}-9c41d2` }),
    inputs: known(sent.inputs),
    outputs: { ...known(sent.inputs), ...known(sent.outputs) },
    ...(sent.parent !== undefined && { parent: sent.parent }),
    ...(sent.provider !== undefined && { provider: `${sent.provider}::${stack}-1-9c41d2` }),
    propertyDependencies: sent.propertyDependencies ?? {},
    additionalSecretOutputs: sent.additionalSecretOutputs ?? [],
  };
}

function knownText(key: string, arn: string): string {
  if (key === "redrivePolicy")
    return JSON.stringify({
      deadLetterTargetArn: "arn:aws:sqs:eu-west-1:123456789012:failures-2f3a9c1",
      maxReceiveCount: 5,
    });
  return arn;
}

/** A folder with parity.yaml and production's export, and packs that are called from there. */
export interface Desk {
  readonly folder: string;
  write(file: string, content: unknown): void;
  pack(options?: Partial<HostOptions>): Promise<PackHost>;
  clear(): void;
}

export const PARITY_YAML = `
extends: [standard]
environments:
  production: { stacks: ["*/production"] }
  staging: { stacks: ["*/staging"], reference: production }
reference:
  - snapshot: production.json
`;

/** Sets a desk up; what is on it can be replaced before a pack is started. */
export function setUpDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "parity-desk-"));
  const started: PackHost[] = [];
  const write = (file: string, content: unknown) => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
  };
  write("parity.yaml", PARITY_YAML);
  write("production.json", exportOf("production"));
  return {
    folder,
    write,
    pack: async (options = {}) => {
      const host = await startPack({ cwd: folder, ...options, env: { PATH: folder, ...options.env } });
      started.push(host);
      return host;
    },
    clear: () => {
      for (const host of started) host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
