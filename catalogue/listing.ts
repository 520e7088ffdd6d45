import type { Catalogue } from "../core/model/catalogue";
import type { Value } from "../core/model/value";
import type { PolicyName, ValueClass } from "../core/vocabulary";
import { knownValues } from "./ladders/known-values";
import { documentProperties } from "./schema/documents";
import type { KnownProperty, Shape } from "./schema/properties";
import { knownProperties } from "./schema/properties";
import { usualProperties } from "./schema/usual";

/** One property of a type, as `parity catalogue` lists it. */
export interface ListedProperty {
  /** Names joined by dots; list indices and keys of maps left out. */
  readonly property: string;
  readonly policy: PolicyName;
  readonly kind: ValueClass;
  readonly noise: boolean;
  /** The rule that decides. */
  readonly rule: string;
  readonly default: Value | undefined;
  /** Values that the provider documents. */
  readonly values: readonly string[];
}

/** All properties of a type that is known beforehand, nested ones included; undefined for any other type. */
export function listProperties(catalogue: Catalogue, type: string): readonly ListedProperty[] | undefined {
  const canonical = catalogue.type(type).canonical;
  const known = knownProperties(type) ?? knownProperties(canonical);
  const inDocuments = (documentProperties.get(canonical) ?? []).map(inDocument);
  return known && [...known, ...inDocuments].map((property) => listed(catalogue, type, property));
}

/** Properties that programs usually set on a type of which no package is known, as the rules read them. */
export function listUsualProperties(catalogue: Catalogue, type: string): readonly ListedProperty[] {
  return usualProperties(type).map((path) => listed(catalogue, type, inDocument(path)));
}

/** One property as the list shows it, or as the rules alone read it where no package declares it. */
export function listProperty(catalogue: Catalogue, type: string, path: readonly string[]): ListedProperty {
  const name = path.join(".");
  const known = listProperties(catalogue, type)?.find(({ property }) => property === name);
  return known ?? listed(catalogue, type, { path, shape: "any", values: [] });
}

function inDocument(path: string): KnownProperty {
  return { path: path.split("."), shape: "string", values: [] };
}

function listed(catalogue: Catalogue, type: string, { path, shape, values }: KnownProperty): ListedProperty {
  const property = path.join(".");
  const facts = catalogue.classify(type, path, SAMPLES[shape], SAMPLES[shape]);
  const { policy, valueClass, noise, rule, defaultValue } = facts;
  const kind = shape === "string" && values.length > 0 && NOT_LISTED.includes(valueClass) ? "enumeration" : valueClass;
  const known = values.length > 0 ? values : knownValues(type, property);
  const names = noise && !(shape === "object" && valueClass === "identity");
  return { property, policy, kind, noise: names, rule, default: defaultValue, values: known };
}

/** What a text of which all values are listed is not. */
const NOT_LISTED: readonly ValueClass[] = ["text", "toggle", "reference", "duration", "count"];

/** A value of each shape that says no more than its shape. */
const SAMPLES: Readonly<Record<Shape, Value | undefined>> = {
  string: "",
  number: 0,
  boolean: false,
  object: undefined,
  asset: undefined,
  any: undefined,
};
