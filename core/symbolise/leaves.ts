import { isList, isMap, type Value } from "../model/value";

/** Deeper and wider values are documents, whose leaves name nothing. */
const DEEPEST = 8;
const MOST = 4096;

/** Keys from the outermost inwards, `*` for list indices. The same array throughout a walk: read it at once. */
export type Steps = readonly string[];

/** Calls `visit` with each text in a value and where it stands. */
export function eachText(value: Value | undefined, visit: (text: string, steps: Steps) => void): void {
  let left = MOST;
  const steps: string[] = [];
  const walk = (node: Value): void => {
    if (typeof node === "string") visit(node, steps);
    else if (isList(node)) for (const item of node) within("*", item);
    else if (isMap(node)) for (const key of Object.keys(node)) within(key, node[key]);
  };
  const within = (step: string, node: Value | undefined): void => {
    if (node === undefined || node === null || steps.length >= DEEPEST || --left <= 0) return;
    if (typeof node !== "string" && typeof node !== "object") return;
    steps.push(step);
    walk(node);
    steps.pop();
  };
  if (value !== undefined) walk(value);
}

/** Calls `visit` with each text in a value, however deep it lies and however many there are. */
export function everyText(value: Value | undefined, visit: (text: string) => void): void {
  if (typeof value === "string") visit(value);
  else if (isList(value)) for (const item of value) everyText(item, visit);
  else if (isMap(value)) for (const key of Object.keys(value)) everyText(value[key], visit);
}
