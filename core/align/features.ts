import { isList, isMap, Special, type Value } from "../model/value";
import { canonical, type Label } from "../symbolise/canonical";
import type { AlignSide } from "./side";

/** Features of one kind of evidence that two resources are the same: of what they hold, and of what they are called. */
export interface Features {
  readonly content: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** The same with what is known of those around a resource. */
export interface Surroundings extends Features {
  /** Who refers to it and to whom it does, of those that have their counterparts already. */
  readonly neighbours: ReadonlySet<string>;
}

/** Leaves beyond this many say no more about who a resource is. */
const MOST = 256;
const LONGEST = 512;

/**
 * What a resource looks like, with its references by what they refer to. With `reword`, which writes each text as its
 * counterpart would, also by what it is itself called in the cloud, whatever its program calls it.
 */
export function featuresOf(side: AlignSide, index: number, label: Label, reword?: (text: string) => string): Features {
  const resource = side.resources[index];
  const content = new Set<string>();
  if (resource === undefined) return { content, words: new Set() };
  const parent = side.parents[index] ?? -1;
  content.add(`^${parent < 0 ? "" : label(parent)}`);
  const words = new Set(wordsOf(side.names[index] ?? ""));
  const add = (value: Value | undefined, path: string): void => {
    if (value === undefined || content.size > MOST) return;
    if (typeof value === "string" && reword !== undefined && isOwn(value, side, index)) {
      const called = reword(side.symbolised.vocabulary.settle(value));
      for (const word of wordsOf(called)) words.add(word);
      content.add(`${path}=${called}`);
      return;
    }
    if (isList(value)) value.forEach((item) => add(item, `${path}[]`));
    else if (isMap(value)) for (const key of Object.keys(value)) add(value[key], `${path}.${key}`);
    else {
      const text = textOf(value, side, label);
      content.add(`${path}=${reword?.(text) ?? text}`);
    }
  };
  add(resource.inputs, "");
  return { content, words };
}

/** Whether a text is nothing but what identifies the resource itself. */
function isOwn(text: string, { symbolised }: AlignSide, index: number): boolean {
  const reading = symbolised.read(text);
  return reading.every((part) => typeof part !== "string" && part.owners.some(({ resource }) => resource === index));
}

/** By what counterparts have in common; `isKnown` says whether a resource has its counterpart. */
export function neighboursOf(
  side: AlignSide,
  index: number,
  label: Label,
  isKnown: (index: number) => boolean,
): ReadonlySet<string> {
  const neighbours = new Set<string>();
  for (const { from, by } of side.referrers(index)) {
    if (neighbours.size > MOST) break;
    if (isKnown(from)) neighbours.add(`<${by}=${label(from)}`);
  }
  for (const urn of side.resources[index]?.dependencies ?? []) {
    const other = side.indexOf(urn);
    if (other !== undefined && isKnown(other)) neighbours.add(`>${label(other)}`);
  }
  return neighbours;
}

function textOf(value: Value, side: AlignSide, label: Label): string {
  if (value instanceof Special) return value.special;
  if (typeof value !== "string") return JSON.stringify(value);
  const { symbolised } = side;
  return canonical(symbolised.read(value), symbolised, label).slice(0, LONGEST);
}

function wordsOf(name: string): Iterable<string> {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return spaced.split(/[^a-z0-9]+/).filter((word) => word !== "");
}
