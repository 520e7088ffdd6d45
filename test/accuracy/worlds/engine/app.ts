import { cloudType, physical } from "./cloud";
import type { CloudType } from "./cloud-types";
import { drawn } from "./random";
import { asText, type Inputs, type Plain, type PlainMap, resolve, sources, stored, Wired } from "./wired";

export interface Place {
  readonly project: string;
  readonly stack: string;
  readonly account: string;
  readonly region: string;
  /** Package → plugin version. */
  readonly providers: Readonly<Record<string, string>>;
  /** The provider's default tags, which stand in every resource's `tagsAll`. */
  readonly defaultTags?: Readonly<Record<string, string>>;
}

export interface Options {
  readonly parent?: Handle;
  readonly provider?: Handle;
  readonly dependsOn?: readonly Handle[];
  /** Outputs that the cloud decided and the program does not know. */
  readonly outputs?: Inputs;
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

  component(type: string, name: string, options: Options = {}): Handle {
    const urn = this.#urn(type, name, options.parent);
    this.#resources.push({ urn, custom: false, type, parent: options.parent?.urn ?? this.#root });
    return handle(urn, "", {});
  }

  provider(pkg: string, name: string, inputs: Inputs = {}, options: Options = {}): Handle {
    const version = this.place.providers[pkg] ?? "1.0.0";
    return this.#register(`pulumi:providers:${pkg}`, name, { ...inputs, version }, options);
  }

  resource(type: string, name: string, inputs: Inputs = {}, options: Options = {}): Handle {
    const provider = options.provider ?? this.#defaultProvider(type.split(":")[0] ?? "");
    const tagged = type.startsWith("aws:") ? this.#tagged(inputs) : inputs;
    return this.#register(type, name, this.#named(tagged, cloudType(type), name), { ...options, provider });
  }

  export(): { readonly version: number; readonly deployment: State } {
    const manifest = { time: "2026-03-01T10:00:00Z", magic: "", version: "v3.205.0" };
    return { version: 3, deployment: { manifest, resources: this.#resources } };
  }

  #register(type: string, name: string, inputs: Inputs, options: Options): Handle {
    const urn = this.#urn(type, name, options.parent);
    const given = plainMap(resolve(inputs));
    const computed = {
      ...physical(cloudType(type), this.place, urn, given),
      ...plainMap(resolve(options.outputs ?? {})),
    };
    const outputs = { ...given, ...computed };
    const id = asText(outputs.id ?? "");
    const { provider } = options;
    this.#resources.push({
      urn,
      custom: true,
      id,
      type,
      inputs: this.#stored(inputs, urn),
      outputs: { ...computed, ...this.#stored({ ...inputs, id }, `${urn} outputs`) },
      parent: options.parent?.urn ?? this.#root,
      dependencies: unique([...sources(inputs), ...(options.dependsOn ?? []).map((one) => one.urn)]),
      ...(provider === undefined ? {} : { provider: `${provider.urn}::${asText(provider.id.value)}` }),
      propertyDependencies: dependenciesOf(inputs),
      created: "2026-01-12T08:01:22.123456Z",
      modified: "2026-02-12T08:01:22.123456Z",
    });
    return handle(urn, id, outputs);
  }

  /** The name that the provider makes up, as its bridge does: it says so in `__defaults`. */
  #named(inputs: Inputs, { auto }: CloudType, name: string): Inputs {
    if (auto === undefined || inputs[auto] !== undefined) return { ...inputs, __defaults: [] };
    const suffix = drawn("hex", 7, name, this.place.account, this.place.stack);
    const made = `${auto === "bucket" ? name.toLowerCase() : name}-${suffix}`;
    return { ...inputs, ...Object.fromEntries([[auto, made]]), __defaults: [auto] };
  }

  #tagged(inputs: Inputs): Inputs {
    const { defaultTags, providers, region } = this.place;
    const placed = providers.aws?.startsWith("7.") === true ? { ...inputs, region } : inputs;
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

function handle(urn: string, id: string, outputs: PlainMap): Handle {
  return {
    urn,
    id: new Wired(id, [urn]),
    get(property) {
      const value = property.split(".").reduce<Plain | undefined>(stepInto, outputs);
      if (value === undefined) throw new Error(`${urn} has no output ${property}`);
      return new Wired(value, [urn]);
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
