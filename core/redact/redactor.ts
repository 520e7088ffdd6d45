import { Asset, isList, isMap, ResourceReference, SECRET, Special, type Value, type ValueMap } from "../model/value";
import { nameOfPair } from "../model/named-value";
import { remembering } from "../remembering";
import { abridge, LONGEST_KEPT } from "./abridge";
import { base64Fragments, concealRuns, rewriteBase64, spellings } from "./encodings";
import { concealFormats } from "./formats";
import { isOpenReference, isSecretName } from "./names";
import { looksDrawn } from "./random";
import { MIN_INSIDE, replaceSpans, searcher } from "./search";
import { isSuspicious } from "./suspicion";

/** Stands where a part of a text was secret. */
export const SECRET_MARK = "[secret]";

/** Base64 within base64, as in registry credentials of Kubernetes, and not deeper. */
const MAX_LAYERS = 3;

const LONGEST_REMEMBERED = 65_536;
const MOST_REMEMBERED = 200_000;

/** Removes known secrets, and what looks like one, from anything that is about to be kept or shown. */
export interface Redactor {
  /** The text with every secret in it replaced by the mark. */
  readonly text: (text: string) => string;
  /** The value with whole secrets as SECRET and embedded ones as marks; `name` is the key under which it stands. */
  readonly value: (value: Value, name?: string) => Value;
  readonly map: (map: ValueMap) => ValueMap;
}

/** Two redactors of the same secrets. */
export interface Redactors {
  /** Looks also for what is a secret by its looks. */
  readonly thorough: Redactor;
  /** For what is known to hold nothing of that kind. */
  readonly quick: Redactor;
}

/** Redactors for these texts; they may be any number, the cost per character stays the same. */
export function createRedactors(secrets: ReadonlySet<string>): Redactors {
  const { thorough, quick } = textRedactors(secrets);
  return { thorough: redactorOf(secrets, thorough), quick: redactorOf(secrets, quick) };
}

function redactorOf(secrets: ReadonlySet<string>, text: Redactor["text"]): Redactor {
  const value = (given: Value, name?: string): Value => {
    if (typeof given === "string") return redactLeaf(given, name);
    if (given === null || typeof given !== "object") return given;
    if (given instanceof Special) return redactSpecial(given, text);
    if (isList(given)) return list(given, name);
    return isMap(given) ? map(given) : given;
  };
  const redactLeaf = (leaf: string, name: string | undefined): Value => {
    if (secrets.size > 0 && secrets.has(leaf)) return SECRET;
    if (name !== undefined && isSecretName(name) && !isOpenReference(leaf)) return SECRET;
    if (looksDrawn(leaf, name)) return SECRET;
    const redacted = text(leaf);
    return redacted === SECRET_MARK ? SECRET : redacted;
  };
  const list = (given: readonly Value[], name: string | undefined): Value => {
    return mapShared(given, (element) => value(element, name));
  };
  // The same keys stand in every resource of a type.
  const key = remembering(text, MOST_REMEMBERED);
  const map = (given: ValueMap): ValueMap => redactMap(given, key, value);
  return { text, value, map };
}

/** The same list where nothing in it changes. */
export function mapShared<T>(list: readonly T[], change: (element: T) => T): readonly T[] {
  const changed = list.findIndex((element) => change(element) !== element);
  return changed < 0 ? list : [...list.slice(0, changed), ...list.slice(changed).map(change)];
}

/** Marks hold texts, too: the id of a resource that is referred to, an asset's path. */
function redactSpecial(special: Special, text: Redactor["text"]): Special & Value {
  if (special instanceof ResourceReference)
    return new ResourceReference(text(special.urn), special.id === undefined ? undefined : text(special.id));
  if (special instanceof Asset) return new Asset(special.kind, special.hash, text(special.label));
  return special;
}

/** Shares the map where nothing in it is secret. */
function redactMap(given: ValueMap, redactKey: Redactor["text"], value: Redactor["value"]): ValueMap {
  let copy: Record<string, Value> | undefined;
  const keys = Object.keys(given);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? "";
    const before = given[key] ?? null;
    const after = value(before, key === "value" ? (nameOfPair(given) ?? key) : key);
    const newKey = redactKey(key);
    if (copy === undefined && (after !== before || newKey !== key)) copy = firstOf(given, keys.slice(0, at));
    if (copy !== undefined) copy[newKey] = after;
  }
  return copy ?? given;
}

function firstOf(given: ValueMap, keys: readonly string[]): Record<string, Value> {
  const copy: Record<string, Value> = {};
  Object.setPrototypeOf(copy, null);
  for (const key of keys) copy[key] = given[key] ?? null;
  return copy;
}

function textRedactors(secrets: ReadonlySet<string>): Record<keyof Redactors, (text: string) => string> {
  const patterns = [...secrets].map((secret) => secret.slice(0, LONGEST_KEPT));
  const find = searcher(patterns.flatMap(spellings));
  const findEncoded = searcher(patterns.flatMap(base64Fragments));
  const redact = (text: string, layers: number): string => {
    const spans = find(text);
    const plain = concealFormats(spans.length === 0 ? text : replaceSpans(text, spans, () => SECRET_MARK), SECRET_MARK);
    const rewritten = layers < MAX_LAYERS ? rewriteBase64(plain, (decoded) => redact(decoded, layers + 1)) : plain;
    return findEncoded(rewritten).length === 0 ? rewritten : concealRuns(rewritten, findEncoded, SECRET_MARK);
  };
  const keep = (text: string): string =>
    text.length > LONGEST_KEPT ? abridge(text, (head) => redact(head, 0)) : redact(text, 0);
  // A state says most texts several times: as an input, as an output.
  const remembered = remembering(keep, MOST_REMEMBERED);
  const kept = (text: string): string => (text.length > LONGEST_REMEMBERED ? keep(text) : remembered(text));
  const isFree = (text: string): boolean =>
    text.length <= LONGEST_KEPT && (secrets.size === 0 || (find(text).length === 0 && findEncoded(text).length === 0));
  const concealUnless =
    (isPlain: (text: string) => boolean) =>
    (text: string): string => {
      if (secrets.size > 0 && secrets.has(text)) return SECRET_MARK;
      return text.length < MIN_INSIDE || isPlain(text) ? text : kept(text);
    };
  return { thorough: concealUnless((text) => !isSuspicious(text) && isFree(text)), quick: concealUnless(isFree) };
}
