import type {
  AnalyzeRequest,
  AnalyzerInfo,
  AnalyzerStackConfigureRequest,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";

/** Properties as the engine writes them, secrets, assets and unknowns by their signatures; read when needed. */
export type RawProperties = () => unknown;

/** The stack that the engine works on. */
export interface StackFacts {
  readonly organization: string | undefined;
  readonly project: string;
  readonly stack: string;
  readonly dryRun: boolean;
  /** Stack configuration, decrypted, by key with namespace. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Undefined where the engine does not say which of it is secret. */
  readonly secretKeys: readonly string[] | undefined;
}

/** The configured properties and level of each policy, by name; names that no policy has are among them. */
export type PolicySettings = ReadonlyMap<string, PolicySetting>;
export interface PolicySetting {
  readonly level: EnforcementLevel;
  readonly properties: unknown;
}

/** In the protocol's own order. */
const ENFORCEMENT_LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;
export type EnforcementLevel = (typeof ENFORCEMENT_LEVELS)[number];

export function stackFactsOf(request: AnalyzerStackConfigureRequest): StackFacts {
  const organization = request.getOrganization();
  const configuration: Record<string, string> = {};
  request.getConfigMap().forEach((value, key) => (configuration[key] = value));
  return {
    organization: organization === "" ? undefined : organization,
    project: request.getProject(),
    stack: request.getStack(),
    dryRun: request.getDryRun(),
    configuration,
    secretKeys: request.getConfigSecretKeysList(),
  };
}

export function policySettingsOf(request: ConfigureAnalyzerRequest): PolicySettings {
  const settings = new Map<string, PolicySetting>();
  request.getPolicyconfigMap().forEach((config, policy) => {
    const level = ENFORCEMENT_LEVELS[config.getEnforcementlevel()];
    settings.set(policy, { level, properties: config.getProperties()?.toJavaScript() ?? {} });
  });
  return settings;
}

/** Names of all policies of the pack that this runs in, which may have more than ours. */
export function registeredOf(info: AnalyzerInfo): readonly string[] {
  return info.getPoliciesList().map((policy) => policy.getName());
}

type HasProperties = Pick<AnalyzeRequest, "getProperties">;

export function propertiesOf(message: HasProperties): RawProperties {
  const properties = message.getProperties();
  return () => properties?.toJavaScript() ?? {};
}

/**
 * The same, and leaves none in the message: the policy SDK would unpack and wrap every property once for each policy,
 * which costs more than all that we do with them.
 */
export function takeProperties(message: HasProperties): RawProperties {
  const properties = message.getProperties();
  const taken = properties?.toJavaScript() ?? {};
  properties?.getFieldsMap().clear();
  return () => taken;
}

export function byUrn(
  request: AnalyzeStackRequest,
  read: (message: HasProperties) => RawProperties,
): ReadonlyMap<string, RawProperties> {
  return new Map(request.getResourcesList().map((resource) => [resource.getUrn(), read(resource)]));
}
