import { isMap, type Value } from "./value";

/** What a `{ name, value }` pair names: environment variables, options and parameters are often listed so. */
export function nameOfPair(element: Value | undefined): string | undefined {
  if (element === undefined || !isMap(element) || !("value" in element || "Value" in element)) return undefined;
  return [element.name, element.Name, element.key, element.Key].find((name) => typeof name === "string");
}
