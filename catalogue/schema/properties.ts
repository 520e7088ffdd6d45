import generated from "../generated/aws-properties.json";

/** An input property of a known resource type, as its package declares it. */
export interface KnownProperty {
  /** Names from the top of the resource inwards; list indices and the keys of maps are left out. */
  readonly path: readonly string[];
  readonly shape: Shape;
  /** Values that the package's documentation lists. */
  readonly values: readonly string[];
}

/** What stands at the end, whether in a list or map or not. */
export type Shape = "string" | "number" | "boolean" | "object" | "asset" | "any";

const types = new Map<string, string>(Object.entries(generated.types));
const nested = new Map<string, string>(Object.entries(generated.nested));

/** All types of which properties are known. */
export function knownTypes(): readonly string[] {
  return [...types.keys()];
}

/** All properties, nested ones after the one that holds them; undefined for a type that is not known. */
export function knownProperties(type: string): readonly KnownProperty[] | undefined {
  const row = types.get(type);
  return row === undefined ? undefined : [...expand(row, [], [])];
}

/** A shape that holds itself is not entered again. */
function* expand(row: string, above: readonly string[], holders: readonly string[]): Generator<KnownProperty> {
  for (const entry of row.split(" ")) {
    const colon = entry.indexOf(":");
    if (colon < 0) continue;
    const shape = entry.slice(colon + 1);
    const path = [...above, entry.slice(0, colon)];
    yield { path, shape: endShape(shape), values: listed(shape) };
    const holder = /@([\w.]+)/.exec(shape)?.[1];
    const below = holder === undefined ? undefined : nested.get(holder);
    if (holder !== undefined && below !== undefined && !holders.includes(holder))
      yield* expand(below, path, [...holders, holder]);
  }
}

const SHORT: Readonly<Record<string, Shape>> = { s: "string", n: "number", b: "boolean", a: "asset" };
const SHAPES: readonly Shape[] = ["string", "number", "boolean", "asset"];

function endShape(shape: string): Shape {
  if (shape.includes("@")) return "object";
  const end = /^\{*(\w+)/.exec(shape)?.[1] ?? "any";
  return SHORT[end] ?? SHAPES.find((known) => known === end) ?? "any";
}

function listed(shape: string): readonly string[] {
  return /\((.*)\)/.exec(shape)?.[1]?.split("|") ?? [];
}
