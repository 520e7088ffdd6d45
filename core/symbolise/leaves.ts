import { isList, isMap, Special, type Value } from "../model/value";

/** Deeper and wider values are documents, whose leaves name nothing. */
const DEEPEST = 8;
const MOST = 4096;

/** Calls `visit` with each text in a value and its path, `.` between keys and `*` for list indices. */
export function eachText(value: Value | undefined, visit: (text: string, path: string) => void): void {
  let left = MOST;
  const walk = (node: Value | undefined, path: string, depth: number): void => {
    if (node === undefined || node === null || depth > DEEPEST || left-- <= 0) return;
    if (typeof node === "string") visit(node, path);
    else if (node instanceof Special) return;
    else if (isList(node)) node.forEach((item) => walk(item, path === "" ? "*" : `${path}.*`, depth + 1));
    else if (isMap(node))
      for (const key of Object.keys(node)) walk(node[key], path === "" ? key : `${path}.${key}`, depth + 1);
  };
  walk(value, "", 0);
}
