import type { Catalogue } from "../../core/model/catalogue";
import type { Path } from "../../core/model/path";
import type { DivergenceKind } from "../../core/vocabulary";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { isList, isMap, type Value, type ValueMap } from "../../core/model/value";
import { readBase64 } from "../../core/compare/documents";
import { isFilledIn } from "../../core/compare/filled-in";
import { type Place, placesIn, spell } from "./leaves";
import type { Random } from "./random";

/** One known change, and what must be said of it. */
export interface Injected {
  readonly stack: Stack;
  readonly change: string;
  readonly expected: {
    readonly kinds: readonly DivergenceKind[];
    readonly urn: string;
    /** The property, or one that holds it; undefined for the resource as a whole. */
    readonly property: string | undefined;
  };
}

type Mutation = (place: Place) => Value | undefined;

/** Changes of one value, by name: undefined where the place holds no value of that kind. */
const MUTATIONS: Readonly<Record<string, Mutation>> = {
  number: ({ value }) => (typeof value === "number" ? value * 2 + 3 : undefined),
  numberInText: ({ value }) =>
    typeof value === "string" && /^\d{1,5}$/.test(value) ? String(Number(value) * 2 + 3) : undefined,
  flag: ({ value }) => (typeof value === "boolean" ? !value : undefined),
  version: ({ value }) =>
    typeof value === "string" && /^v?\d+\.\d+(\.\d+)?$/.test(value)
      ? value.replace(/\d+/, (major) => String(Number(major) + 1))
      : undefined,
  size: ({ value }) =>
    typeof value === "string" && /^(?:\w+\.)?[a-z]\d[a-z]*\.\w*(?:micro|small|medium|large)$/.test(value)
      ? value.replace(/\w+$/, (size) => (size === "large" ? "2xlarge" : "large"))
      : undefined,
  setting: ({ path, value }) =>
    typeof value === "string" &&
    /variables|environment/i.test(spell(path)) &&
    path.at(-1) !== "name" &&
    /^[a-z]{3,12}$/.test(value)
      ? "verbose"
      : undefined,
  image: ({ path, value }) =>
    typeof value === "string" && path.at(-1) === "image" && value.includes(":")
      ? value.replace(/:[^:]*$/, ":9.9.9")
      : undefined,
  elementAdded: ({ value, path }) =>
    isList(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "string" && /^[a-z]+:[A-Za-z*]+$|^\d+$/.test(item)) &&
    path.length > 0
      ? [...value, typeof value[0] === "string" && /^\d+$/.test(value[0]) ? "4711" : "s3:DeleteObject"]
      : undefined,
  portInText: ({ value }) =>
    typeof value === "string" && /^[^\n]*[a-z]:(?:5432|6379|9092|9094|8080)\b[^\n]*$/.test(value)
      ? value.replace(/([a-z]):(\d{4})\b/, "$1:1$2")
      : undefined,
  scriptLine: ({ value }) => {
    if (typeof value !== "string") return undefined;
    const script = readBase64(value) ?? value;
    if (!/^(?:#!|#cloud-config|MIME-Version)/.test(script)) return undefined;
    const longer = script.replace("\n", "\nulimit -n 65536\n");
    return script === value ? longer : Buffer.from(longer, "utf8").toString("base64");
  },
  settingInYaml: ({ value }) =>
    typeof value === "string" && /^[\w-]+:\n/.test(value) && /: \d+\n/.test(value)
      ? value.replace(/: (\d+)\n/, ": 7$1\n")
      : undefined,
  statementAdded: ({ path, value }) =>
    path.at(-1) === "Statement" && isList(value)
      ? [...value, { Effect: "Allow", Action: "kms:DisableKey", Resource: "*" }]
      : undefined,
  ruleAdded: ({ value }) =>
    isList(value) &&
    value.length > 0 &&
    value.every((item) => isMap(item) && "fromPort" in item && "cidrBlocks" in item)
      ? [...value, { protocol: "tcp", fromPort: 2222, toPort: 2222, cidrBlocks: ["0.0.0.0/0"] }]
      : undefined,
  variableAdded: ({ value }) =>
    isList(value) && value.length > 0 && value.every((item) => isMap(item) && "name" in item && "value" in item)
      ? [...value, { name: "PARITY_PROBE", value: "on" }]
      : undefined,
};

/** Changes that give an element more. */
const ADDING = new Set(["elementAdded", "statementAdded", "ruleAdded", "variableAdded"]);

/** One injected change for each kind, `each` times where the stack has that many places for it. */
export function injections(stack: Stack, catalogue: Catalogue, random: Random, each: number): readonly Injected[] {
  const custom = stack.resources.filter(({ role }) => role === "custom");
  const places = custom.flatMap(placesIn).filter((place) => isTelling(place, catalogue));
  const mutated = Object.entries(MUTATIONS).flatMap(([name, mutate]) => {
    const fitting = places.flatMap((place) => {
      const value = mutate(place);
      return value === undefined ? [] : [{ place, value }];
    });
    return random
      .shuffle(fitting)
      .slice(0, each)
      .map(({ place, value }) => replaced(stack, place, value, name, ADDING.has(name) ? ["added"] : ["changed"]));
  });
  return [
    ...mutated,
    ...rewired(stack, places, random).slice(0, each * 2),
    ...removedValues(stack, places, catalogue, random).slice(0, each * 2),
    ...addedValues(stack, places, random).slice(0, each),
    ...random
      .shuffle(custom)
      .slice(0, each)
      .map((resource) => withoutResource(stack, resource)),
    ...random
      .shuffle(custom)
      .slice(0, each)
      .map((resource) => withExtra(stack, resource)),
  ];
}

function isTelling({ resource, asked }: Place, catalogue: Catalogue): boolean {
  return asked.every((_, at) => {
    const facts = catalogue.property(resource.type, asked.slice(0, at + 1));
    return !facts.secret && (!facts.noise || (at < asked.length - 1 && facts.valueClass === "identity"));
  });
}

function replaced(
  stack: Stack,
  place: Place,
  value: Value | undefined,
  change: string,
  kinds: readonly DivergenceKind[],
): Injected {
  const inputs = place.put(value);
  const outputs = repeating(place.resource.outputs, inputs, String(place.path[0]));
  const resources = stack.resources.map((resource) =>
    resource === place.resource ? { ...resource, inputs, outputs } : resource,
  );
  const property = spell(place.path);
  return { stack: { ...stack, resources }, change, expected: { kinds, urn: place.resource.urn, property } };
}

/** What is deployed says again what it was given. */
function repeating(outputs: ValueMap, inputs: ValueMap, property: string): ValueMap {
  const { [property]: before, ...others } = outputs;
  const given = inputs[property];
  return before === undefined || given === undefined ? others : { ...others, [property]: given };
}

/** A reference to one resource that now names another of the same type. */
function rewired(stack: Stack, places: readonly Place[], random: Random): readonly Injected[] {
  const byId = new Map(
    stack.resources.flatMap((resource) => (resource.id === undefined ? [] : [[resource.id, resource] as const])),
  );
  return random.shuffle(
    places.flatMap((place) => {
      const owner = typeof place.value === "string" ? byId.get(place.value) : undefined;
      if (owner === undefined || owner === place.resource || !dependsOn(place.resource, owner)) return [];
      const other = stack.resources.find(
        ({ type, id, urn }) =>
          type === owner.type &&
          id !== undefined &&
          id !== owner.id &&
          urn !== place.resource.urn &&
          !isBeside(place, id),
      );
      return other?.id === undefined ? [] : [replaced(stack, place, other.id, "rewired", ["changed"])];
    }),
  );
}

/** A list that holds it already would only lose an element. */
function isBeside({ resource, path }: Place, id: string): boolean {
  const list = path.slice(0, -1).reduce<Value | undefined>((value, key) => stepInto(value, key), resource.inputs);
  return isList(list) && list.includes(id);
}

function stepInto(value: Value | undefined, key: string | number): Value | undefined {
  if (isList(value)) return value[Number(key)];
  return isMap(value) ? value[key] : undefined;
}

function dependsOn(resource: Resource, owner: Resource): boolean {
  return resource.dependencies.includes(owner.urn);
}

/**
 * A value taken away, where its absence means another thing: no default, nothing that the provider filled in as the
 * program was silent already, and nothing that an output says as well.
 */
function removedValues(
  stack: Stack,
  places: readonly Place[],
  catalogue: Catalogue,
  random: Random,
): readonly Injected[] {
  const removable = places.filter(
    ({ resource, path, asked, value }) =>
      !isMap(value) &&
      !(isList(value) && value.length === 0) &&
      !isResolved(resource, path, catalogue) &&
      !isFilledIn(resource, path) &&
      asked.every((_, at) => catalogue.property(resource.type, asked.slice(0, at + 1)).defaultValue !== value),
  );
  return random.shuffle(removable).map((place) => replaced(stack, place, undefined, "removed", ["removed", "changed"]));
}

/** What the cloud decided where the program leaves it open stands in an output, and is compared as it was. */
function isResolved({ type, outputs }: Resource, path: Path, catalogue: Catalogue): boolean {
  const top = spell(path);
  return catalogue
    .type(type)
    .resolved.some(({ input, output }) => spell(input) === top && Object.hasOwn(outputs, String(output[0])));
}

/** A new key in a map of settings. */
function addedValues(stack: Stack, places: readonly Place[], random: Random): readonly Injected[] {
  return random
    .shuffle(places.filter(({ path, value }) => isMap(value) && /variables$|^data$|^tags$/.test(spell(path))))
    .map((place) => {
      const value = isMap(place.value) ? { ...place.value, PARITY_PROBE: "on" } : {};
      const injected = replaced(stack, place, value, "added", ["added"]);
      return { ...injected, expected: { ...injected.expected, property: spell([...place.path, "PARITY_PROBE"]) } };
    });
}

function withoutResource(stack: Stack, gone: Resource): Injected {
  const resources = stack.resources.filter((resource) => resource !== gone);
  return {
    stack: { ...stack, resources },
    change: "missing",
    expected: { kinds: ["missing", "changed"], urn: gone.urn, property: undefined },
  };
}

function withExtra(stack: Stack, model: Resource): Injected {
  const rename = (text: string) => text.replace(model.name, `${model.name}-additional`);
  const extra = {
    ...model,
    urn: rename(model.urn),
    name: `${model.name}-additional`,
    id: model.id === undefined ? undefined : `${model.id}-additional`,
  };
  return {
    stack: { ...stack, resources: [...stack.resources, extra] },
    change: "extra",
    expected: { kinds: ["extra", "changed"], urn: extra.urn, property: undefined },
  };
}
