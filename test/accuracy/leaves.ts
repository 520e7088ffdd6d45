import { formatPath, type Path } from "../../core/model/path";
import { nameOfPair } from "../../core/model/named-value";
import type { Resource } from "../../core/model/resource";
import { isList, isMap, Special, type Value, type ValueMap } from "../../core/model/value";
import { readJson } from "../../core/compare/documents";

/** A place in a resource's inputs, also inside texts that hold JSON, with a way to put another value there. */
export interface Place {
  readonly resource: Resource;
  readonly path: Path;
  /** The same as the catalogue is asked for it: `{ name, value }` pairs by their names. */
  readonly asked: Path;
  readonly value: Value;
  /** Undefined takes the value away. */
  put(value: Value | undefined): ValueMap;
}

/** Every value in the inputs, containers and leaves. */
export function placesIn(resource: Resource): readonly Place[] {
  const places: Place[] = [];
  const walk = (value: Value, path: Path, asked: Path, put: (value: Value | undefined) => ValueMap): void => {
    if (path.length > 0) places.push({ resource, path, asked, value, put });
    const document = typeof value === "string" ? readJson(value) : undefined;
    if (document !== undefined) walkInto(document, path, asked, (changed) => put(JSON.stringify(changed)));
    else walkInto(value, path, asked, put);
  };
  const walkInto = (value: Value, path: Path, asked: Path, put: (value: Value) => ValueMap): void => {
    if (value instanceof Special) return;
    if (isList(value))
      value.forEach((item, at) =>
        walk(item, [...path, at], [...asked, nameOfPair(item) ?? at], (changed) => put(replaceAt(value, at, changed))),
      );
    else if (isMap(value))
      for (const key of Object.keys(value))
        walk(value[key] ?? null, [...path, key], [...asked, key], (changed) => put(replaceKey(value, key, changed)));
  };
  walkInto(resource.inputs, [], [], (changed) => (isMap(changed) ? changed : {}));
  return places;
}

function replaceAt(list: readonly Value[], at: number, value: Value | undefined): readonly Value[] {
  return list.flatMap((item, index) => (index !== at ? [item] : value === undefined ? [] : [value]));
}

function replaceKey(map: ValueMap, key: string, value: Value | undefined): ValueMap {
  return Object.fromEntries(
    Object.keys(map).flatMap((name) =>
      name !== key ? [[name, map[name] ?? null]] : value === undefined ? [] : [[key, value]],
    ),
  );
}

export function spell(path: Path): string {
  return formatPath(path);
}
