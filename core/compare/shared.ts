import picomatch from "picomatch";
import { escapePattern } from "../escape-pattern";
import type { Ledger } from "../align/ledger";
import type { Reading } from "../symbolise/reading";
import type { Symbolised } from "../symbolise/symbolise";
import type { Pair } from "../model/comparison";
import { formatPath } from "../model/path";
import { isList, isMap, Special, type Value } from "../model/value";
import type { Place } from "../symbolise/places";
import { isOwnOutput, ownTexts } from "./own-texts";
import { SHORTEST } from "../symbolise/distinctive";
import { everyText } from "../symbolise/leaves";
import { searchFor, Words } from "../symbolise/search";
import { differingHosts, namesHost } from "./differing-hosts";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { isSaidByChildren } from "./pair-drafts";
import { isNoiseThroughout } from "./noise";

/** What the subject uses of the reference's own, though it has a counterpart of it. */
export function sharedDrafts(pair: Pair, uses: (text: string) => boolean, context: Context): readonly Draft[] {
  const { subject, reference } = pair;
  if (subject.role === "stack" || isSaidByChildren(subject, reference, context)) return [];
  const drafts: Draft[] = [];
  const steps: (string | number)[] = [];
  const walk = (value: Value | undefined): void => {
    if (typeof value === "string") {
      if (!uses(value) || isNoiseThroughout(context.catalogue.property(subject.type, steps))) return;
      const path = [...steps];
      drafts.push({ kind: "shared", path, asked: path, key: formatPath(path), subject: value, reference: value });
    } else if (typeof value !== "object" || value instanceof Special) return;
    else if (isList(value)) value.forEach((item, at) => within(at, item));
    else if (isMap(value)) for (const key of Object.keys(value)) within(key, value[key]);
  };
  const within = (step: string | number, value: Value | undefined): void => {
    steps.push(step);
    walk(value);
    steps.pop();
  };
  walk(subject.inputs);
  return drafts;
}

/**
 * Whether a text of the subject holds something that belongs to the reference alone. Undefined where none does: mostly
 * the words of all its texts tell that no name, account or host of the reference's is among them.
 */
export function usesReference(
  ledger: Ledger,
  context: Context,
  pairs: readonly Pair[],
  shareable: readonly string[],
): ((text: string) => boolean) | undefined {
  const { subject, reference } = context.symbolised;
  const words = new Words();
  for (const pair of pairs)
    everyText(pair.subject.inputs, (text) => {
      if (text.length >= SHORTEST) words.add(text);
    });
  const places = context.places
    .filter((place) => place.source !== "region" && words.mayHold(place.reference))
    .map(holdsReference);
  const hosts = new Set([...differingHosts(pairs, context.catalogue)].filter((host) => !isOwn(host, subject)));
  const own = ownTexts(reference.resources, words);
  if (places.length === 0 && hosts.size === 0 && own.size === 0) return undefined;
  const isShareable = shareable.length === 0 ? () => false : picomatch([...shareable], { bash: true, dot: true });
  const search = searchFor(own);
  const holdsOwnOfCounterpart = (text: string): boolean =>
    reference
      .read(text)
      .some(
        (part, at, parts) =>
          typeof part !== "string" &&
          !isBelow(parts[at - 1], part.text) &&
          part.owners.every(({ resource, output }) => isOwnOutput(output) && !ledger.isFree("reference", resource)) &&
          subject.read(part.text).every((own) => typeof own === "string"),
      );
  return (text) =>
    text.length >= SHORTEST &&
    (namesHost(text, hosts) ||
      places.some((holds) => holds(text)) ||
      (search(text).length > 0 && holdsOwnOfCounterpart(text))) &&
    !isShareable(text);
}

/** Whether a host is what one of the stack's own resources is called. */
function isOwn(host: string, side: Symbolised): boolean {
  return side.read(host).every((part) => typeof part !== "string");
}

/** `staging.example.com` holds `example.com`, and is the subject's own all the same. */
function holdsReference({ subject, reference }: Place): (text: string) => boolean {
  const theirs = wholeWord(reference);
  if (!subject.includes(reference)) return (text) => text.includes(reference) && text.search(theirs) >= 0;
  const own = wholeWord(subject);
  return (text) => text.includes(reference) && text.replace(own, "").search(theirs) >= 0;
}

function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${escapePattern(text)}(?![A-Za-z0-9])`, "g");
}

const DOMAIN = /^(?:[a-z0-9_-]+\.)+[a-z]{2,}$/i;

/** A host below a domain, `staging.example.com`, is not that domain's own, nor is `staging-api.example.com` another's. */
function isBelow(before: Reading[number] | undefined, text: string): boolean {
  return typeof before === "string" && /\w-+$|[\w-]\.$/.test(before) && DOMAIN.test(text);
}
