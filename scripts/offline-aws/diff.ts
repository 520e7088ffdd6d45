import { identityOf } from "./compute";
import { isList, isProperties, type Json, type Properties } from "./json";

/** Which inputs changed, and which of these mean a new resource. */
export interface Difference {
  readonly changed: readonly string[];
  readonly replaces: readonly string[];
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((value, index) => same(value, right[index]));
  if (!isProperties(left) || !isProperties(right)) return left === right;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  names.delete("__defaults");
  return [...names].every((name) => same(left[name], right[name]));
}

/** Compares inputs with what was deployed; an unknown value counts as a change, as it may be one. */
export function difference(token: string, olds: Properties, news: Properties, ignored: readonly string[]): Difference {
  const names = new Set([...Object.keys(olds), ...Object.keys(news)]);
  names.delete("__defaults");
  const changed = [...names].filter((name) => !ignored.includes(name) && !same(olds[name], news[name]));
  const replacing = new Set(identityOf(token).replaces);
  return { changed, replaces: changed.filter((name) => replacing.has(name)) };
}
