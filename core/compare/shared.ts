import picomatch from "picomatch";
import type { Ledger } from "../align/ledger";
import type { Reading } from "../symbolise/reading";
import type { Pair } from "../model/comparison";
import { formatPath } from "../model/path";
import { isList, isMap, Special, type Value } from "../model/value";
import type { Place } from "../symbolise/places";
import { holdsOwn, isOwnOutput } from "./own-texts";
import { SHORTEST } from "../symbolise/distinctive";
import { differingHosts, namesHost } from "./differing-hosts";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { isNoiseThroughout } from "./noise";

/** What the subject uses of the reference's own, though it has a counterpart of it. */
export function sharedDrafts(pair: Pair, uses: (text: string) => boolean, context: Context): readonly Draft[] {
  const { subject } = pair;
  if (subject.role === "stack" || subject.role === "component") return [];
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

/** Whether a text of the subject holds something that belongs to the reference alone. */
export function usesReference(
  ledger: Ledger,
  context: Context,
  pairs: readonly Pair[],
  shareable: readonly string[],
): (text: string) => boolean {
  const { subject, reference } = context.symbolised;
  const isShareable = shareable.length === 0 ? () => false : picomatch([...shareable], { bash: true, dot: true });
  const places = context.places.filter(({ source }) => source !== "region").map(holdsReference);
  const hosts = differingHosts(pairs);
  const mayHoldOwn = holdsOwn(reference.resources);
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
      (mayHoldOwn(text) && holdsOwnOfCounterpart(text))) &&
    !isShareable(text);
}

/** `staging.example.com` holds `example.com`, and is the subject's own all the same. */
function holdsReference({ subject, reference }: Place): (text: string) => boolean {
  const theirs = wholeWord(reference);
  if (!subject.includes(reference)) return (text) => text.includes(reference) && text.search(theirs) >= 0;
  const own = wholeWord(subject);
  return (text) => text.includes(reference) && text.replace(own, "").search(theirs) >= 0;
}

function wholeWord(text: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9])${escape(text)}(?![A-Za-z0-9])`, "g");
}

const DOMAIN = /^(?:[a-z0-9_-]+\.)+[a-z]{2,}$/i;

/** A host below a domain, `staging.example.com`, is not that domain's own. */
function isBelow(before: Reading[number] | undefined, text: string): boolean {
  return typeof before === "string" && /[\w-]\.$/.test(before) && DOMAIN.test(text);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
