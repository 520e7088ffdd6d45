/** JSON as a mutation sees it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonMap = Readonly<Record<string, Json>>;
export type JsonPath = readonly (string | number)[];

export function isJsonMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isJsonList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function parseJson(text: string): Json {
  return JSON.parse(text) as Json;
}

/** Every place of the document, the whole included. */
export function places(value: Json, path: JsonPath = []): readonly JsonPath[] {
  const inner = isJsonList(value)
    ? value.map((element, at) => places(element, [...path, at]))
    : isJsonMap(value)
      ? Object.keys(value).map((key) => places(value[key] ?? null, [...path, key]))
      : [];
  return [path, ...inner.flat()];
}

export function at(value: Json, path: JsonPath): Json | undefined {
  let here: Json | undefined = value;
  for (const step of path)
    here = isJsonList(here) ? here[Number(step)] : isJsonMap(here) ? here[String(step)] : undefined;
  return here;
}

/** The document with what is at the path put through `change`; undefined takes it away. */
export function changed(value: Json, path: JsonPath, change: (inner: Json) => Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(value) ?? null;
  if (isJsonList(value)) {
    const list = value;
    const index = Number(step);
    const inner = rest.length === 0 ? change(list[index] ?? null) : changed(list[index] ?? null, rest, change);
    return inner === undefined
      ? list.filter((_, other) => other !== index)
      : list.map((old, other) => (other === index ? inner : old));
  }
  if (!isJsonMap(value)) return value;
  const key = String(step);
  const inner = rest.length === 0 ? change(value[key] ?? null) : changed(value[key] ?? null, rest, change);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, old]) =>
      name !== key ? [[name, old]] : inner === undefined ? [] : [[name, inner]],
    ),
  );
}
