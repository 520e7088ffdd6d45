import { isList, isMap, Special, type Value } from "../model/value";
import { canonical, type Label } from "../symbolise/canonical";
import type { AlignSide } from "./side";

/** Features of one kind of evidence that two resources are the same: of what they hold, and of what they are called. */
export interface Features {
  readonly content: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** Leaves beyond this many say no more about who a resource is. */
const MOST = 256;
const LONGEST = 512;

/** What a resource looks like, with its references by what they refer to. */
export function featuresOf(side: AlignSide, index: number, label: Label): Features {
  const resource = side.resources[index];
  const content = new Set<string>();
  if (resource === undefined) return { content, words: new Set() };
  const parent = side.parents[index] ?? -1;
  content.add(`^${parent < 0 ? "" : label(parent)}`);
  const add = (value: Value | undefined, path: string): void => {
    if (value === undefined || content.size > MOST) return;
    if (isList(value)) value.forEach((item) => add(item, `${path}[]`));
    else if (isMap(value)) for (const key of Object.keys(value)) add(value[key], `${path}.${key}`);
    else content.add(`${path}=${textOf(value, side, label)}`);
  };
  add(resource.inputs, "");
  return { content, words: wordsOf(side.names[index] ?? "") };
}

function textOf(value: Value, side: AlignSide, label: Label): string {
  if (value instanceof Special) return value.special;
  if (typeof value !== "string") return JSON.stringify(value);
  const { symbolised } = side;
  return canonical(symbolised.read(value), symbolised, label).slice(0, LONGEST);
}

function wordsOf(name: string): ReadonlySet<string> {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return new Set(spaced.split(/[^a-z0-9]+/).filter((word) => word !== ""));
}
