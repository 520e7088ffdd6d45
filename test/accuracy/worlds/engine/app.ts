import { cloudType, physical } from "./cloud";
import type { CloudType } from "./cloud-types";
import { drawn } from "./random";
import {
  asText,
  type Input,
  type Inputs,
  isList,
  isUnknown,
  type Plain,
  type PlainMap,
  resolve,
  SIGNATURE,
  sources,
  stored,
  Wired,
} from "./wired";

export interface Place {
  readonly project: string;
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  /** Package → plugin version. */
  readonly providers: Readonly<Record<string, string>>;
  /** The provider's default tags, which stand in every resource's `tagsAll`. */
  readonly defaultTags?: Readonly<Record<string, string>>;
  /** How names are made up, as `pulumi:autonaming` says: `{stack}-{name}-{hex:4}`. */
  readonly naming?: string;
  /** Of the export; 3 where it is not said. */
  readonly version?: number;
  /** Which resources are not deployed yet, by URN: what the cloud will say of them is unknown. */
  readonly isOpen?: (urn: string) => boolean;
}

export interface Options {
  readonly parent?: Handle;
  readonly provider?: Handle;
  readonly dependsOn?: readonly Handle[];
  /** Outputs that the cloud decided and the program does not know. */
  readonly outputs?: Inputs;
  /** Inputs that the provider fills in where the program says nothing. */
  readonly defaults?: Inputs;
  /** Where it lies, if elsewhere than its stack. */
  readonly region?: string;
  /** What else the engine writes of a resource: `protect`, `customTimeouts`, `additionalSecretOutputs`. */
  readonly state?: State;
}

/** A resource as the rest of the program sees it. */
export interface Handle {
  readonly urn: string;
  readonly id: Wired;
  /** An output, or what lies at a path of keys and positions in one: `domainValidationOptions.0.resourceRecordName`. */
  get(path: string): Wired;
}

type State = Readonly<Record<string, unknown>>;

/** Runs one program for one stack, and gives the export that an engine would write. */
export class App {
  readonly #resources: State[] = [];
  readonly #defaults = new Map<string, Handle>();
  readonly #root: string;

  constructor(readonly place: Place) {
    this.#root = this.#urn("pulumi:pulumi:Stack", `${place.project}-${place.stack}`);
    this.#resources.push({ urn: this.#root, custom: false, type: "pulumi:pulumi:Stack" });
  }

  /** `inputs`: of a remote component, which the engine is told; a local one has none. */
  component(type: string, name: string, options: Options = {}, inputs?: Inputs): Handle {
    const urn = this.#urn(type, name, options.parent);
    const given = inputs === undefined ? {} : { inputs: this.#stored(inputs, urn) };
    this.#resources.push({ urn, custom: false, type, parent: options.parent?.urn ?? this.#root, ...given });
    return handle(urn, "", {});
  }

  provider(pkg: string, name: string, inputs: Inputs = {}, options: Options = {}): Handle {
    const version = this.place.providers[pkg] ?? "1.0.0";
    return this.#register(`pulumi:providers:${pkg}`, name, { ...inputs, version }, options);
  }

  resource(type: string, name: string, inputs: Inputs = {}, options: Options = {}): Handle {
    const provider = options.provider ?? this.#defaultProvider(type.split(":")[0] ?? "");
    const tagged = type.startsWith("aws:") ? this.#tagged(inputs, options) : inputs;
    const named = this.#named(tagged, cloudType(type), name, options.defaults ?? {});
    return this.#register(type, name, named, { ...options, provider });
  }

  /** What the program only looks up: `aws.ec2.Vpc.get`. */
  read(type: string, name: string, id: string, outputs: Inputs = {}): Handle {
    const { urn: provider, id: providerId } = this.#defaultProvider(type.split(":")[0] ?? "");
    const urn = this.#urn(type, name);
    const known = { ...plainMap(resolve(outputs)), id };
    this.#resources.push({
      urn,
      custom: true,
      id,
      type,
      inputs: {},
      outputs: known,
      parent: this.#root,
      external: true,
      provider: `${provider}::${asText(providerId.value)}`,
    });
    return handle(urn, id, known);
  }

  export(): { readonly version: number; readonly deployment: State } {
    const manifest = { time: "2026-03-01T10:00:00Z", magic: "", version: "v3.205.0" };
    return { version: this.place.version ?? 3, deployment: { manifest, resources: this.#resources } };
  }

  #register(type: string, name: string, inputs: Inputs, options: Options): Handle {
    const urn = this.#urn(type, name, options.parent);
    const given = plainMap(resolve(inputs));
    const computed = {
      ...physical(cloudType(type), { ...this.place, region: options.region ?? this.place.region }, urn, given),
      ...plainMap(resolve(options.outputs ?? {})),
    };
    const outputs = { ...given, ...computed };
    const id = asText(outputs.id ?? "");
    const { provider } = options;
    const isOpen = this.place.isOpen?.(urn) === true;
    const told = isOpen ? inputs : { ...computed, ...inputs, ...options.outputs, id };
    this.#resources.push({
      urn,
      custom: true,
      ...(isOpen ? {} : { id }),
      type,
      inputs: this.#stored(type.startsWith("aws:") ? withDefaults(inputs) : inputs, urn),
      outputs: this.#stored(told, `${urn} outputs`),
      parent: options.parent?.urn ?? this.#root,
      dependencies: unique([...sources(inputs), ...(options.dependsOn ?? []).map((one) => one.urn)]),
      ...(provider === undefined ? {} : { provider: `${provider.urn}::${asText(stored(provider.id, () => ""))}` }),
      propertyDependencies: dependenciesOf(inputs),
      created: "2026-01-12T08:01:22.123456Z",
      modified: "2026-02-12T08:01:22.123456Z",
      ...options.state,
    });
    const isChanging = isUnknown(inputs);
    return handle(urn, id, outputs, (property) =>
      property in inputs ? isUnknown(inputs[property]) : isOpen || (isChanging && property !== "id"),
    );
  }

  /** The name that the provider makes up, as its bridge does: it says so in `__defaults`. */
  #named(inputs: Inputs, { auto }: CloudType, name: string, defaults: Inputs): Inputs {
    const filled = { ...defaults, ...inputs };
    const left = Object.keys(defaults).filter((property) => inputs[property] === undefined);
    if (auto === undefined || inputs[auto] !== undefined) return { ...filled, __defaults: left };
    const made = this.#madeUp(auto === "bucket" ? name.toLowerCase() : name);
    return { ...filled, ...Object.fromEntries([[auto, made]]), __defaults: [...left, auto].sort() };
  }

  #madeUp(name: string): string {
    const { stack, project, account, naming = "{name}-{hex:7}" } = this.place;
    return naming
      .replace("{name}", name)
      .replace("{stack}", stack)
      .replace("{project}", project)
      .replace(/\{hex:(\d+)\}/, (_, length: string) => drawn("hex", Number(length), name, account, stack));
  }

  #tagged(inputs: Inputs, options: Options): Inputs {
    const { defaultTags, providers, region } = this.place;
    const placed = providers.aws?.startsWith("7.") === true ? { ...inputs, region: options.region ?? region } : inputs;
    if (inputs.tags === undefined && defaultTags === undefined) return placed;
    return { ...placed, tagsAll: { ...defaultTags, ...plainMap(resolve(inputs.tags ?? {})) } };
  }

  #stored(inputs: Inputs, urn: string): PlainMap {
    let count = 0;
    const nonce = () => drawn("mixed", 40, urn, this.place.account, `nonce${String(count++)}`);
    return plainMap(stored(inputs, nonce));
  }

  #defaultProvider(pkg: string): Handle {
    const known = this.#defaults.get(pkg);
    if (known !== undefined) return known;
    const version = this.place.providers[pkg] ?? "1.0.0";
    const inputs: Inputs = pkg === "aws" ? { region: this.place.region } : {};
    const made = this.provider(pkg, `default_${version.replaceAll(".", "_")}`, inputs);
    this.#defaults.set(pkg, made);
    return made;
  }

  #urn(type: string, name: string, parent?: Handle): string {
    const above = parent === undefined ? "" : `${parent.urn.split("::")[2] ?? ""}$`;
    return `urn:pulumi:${this.place.stack}::${this.place.project}::${above}${type}::${name}`;
  }
}

function handle(
  urn: string,
  id: string,
  outputs: PlainMap,
  isOpen: (property: string) => boolean = () => false,
): Handle {
  return {
    urn,
    id: new Wired(id, [urn], false, isOpen("id")),
    get(property) {
      const value = property.split(".").reduce<Plain | undefined>(stepInto, outputs);
      if (value === undefined) throw new Error(`${urn} has no output ${property}`);
      return new Wired(value, [urn], false, isOpen(property.split(".")[0] ?? ""));
    },
  };
}

function stepInto(value: Plain | undefined, step: string): Plain | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map<string, Plain>(Object.entries(value)).get(step);
}

function dependenciesOf(inputs: Inputs): Readonly<Record<string, readonly string[]>> {
  const given = Object.keys(inputs).filter((property) => !property.startsWith("__"));
  return Object.fromEntries(given.map((property) => [property, unique(sources(inputs[property]))]));
}

function unique(urns: readonly string[]): readonly string[] {
  return [...new Set(urns)].sort();
}

function plainMap(value: Plain): PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** As the bridge marks every object of an input, a map among them. */
function withDefaults(inputs: Inputs): Inputs {
  const inner = Object.entries(inputs).map(
    ([key, value]) => [key, key === "__defaults" ? value : marked(value)] as const,
  );
  return Object.fromEntries(inner);
}

function marked(value: Input | undefined): Input | undefined {
  if (value instanceof Wired || typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((inner) => marked(inner) ?? null);
  return SIGNATURE in value ? value : { ...withDefaults(value), __defaults: value.__defaults ?? [] };
}
