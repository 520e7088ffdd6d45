import picomatch from "picomatch";
import type { Ledger } from "../align/ledger";
import type { Reading } from "../symbolise/reading";
import type { Pair } from "../model/comparison";
import type { Path } from "../model/path";
import { formatPath } from "../model/path";
import { isList, isMap, Special, type Value } from "../model/value";
import type { Place } from "../symbolise/places";
import { differingHosts, namesHost } from "./differing-hosts";
import type { Context } from "./context";
import type { Draft } from "./draft";
import { isNoiseThroughout } from "./noise";

/** Outputs that identify their own resource, and none that it stands in. */
const OWN = /^id$|(?:arn|endpoint|address|url|uri|domain|domainName|host|hostname|fqdn|dnsName)$/i;

/** What the subject uses of the reference's own, though it has a counterpart of it. */
export function sharedDrafts(pair: Pair, uses: (text: string) => boolean, context: Context): readonly Draft[] {
  const { subject } = pair;
  if (subject.role === "stack" || subject.role === "component") return [];
  const drafts: Draft[] = [];
  const walk = (value: Value | undefined, path: Path): void => {
    if (typeof value === "string") {
      if (!uses(value) || isNoiseThroughout(context.catalogue.property(subject.type, path))) return;
      drafts.push({ kind: "shared", path, key: formatPath(path), subject: value, reference: value });
    } else if (value instanceof Special || value === undefined) return;
    else if (isList(value)) value.forEach((item, at) => walk(item, [...path, at]));
    else if (isMap(value)) for (const key of Object.keys(value)) walk(value[key], [...path, key]);
  };
  walk(subject.inputs, []);
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
  const known = new Map<string, boolean>();
  const isShareable = shareable.length === 0 ? () => false : picomatch([...shareable], { bash: true, dot: true });
  const places = context.places.filter(({ source }) => source !== "region").map(holdsReference);
  const hosts = differingHosts(pairs);
  const decide = (text: string): boolean =>
    !isShareable(text) &&
    (namesHost(text, hosts) ||
      places.some((holds) => holds(text)) ||
      reference
        .read(text)
        .some(
          (part, at, parts) =>
            typeof part !== "string" &&
            !isBelow(parts[at - 1], part.text) &&
            part.owners.every(({ resource, output }) => OWN.test(output) && !ledger.isFree("reference", resource)) &&
            subject.read(part.text).every((own) => typeof own === "string"),
        ));
  return (text) => {
    if (text.length < 7) return false;
    const memory = known.get(text) ?? decide(text);
    known.set(text, memory);
    return memory;
  };
}

/** `staging.example.com` holds `example.com`, and is the subject's own all the same. */
function holdsReference({ subject, reference }: Place): (text: string) => boolean {
  const theirs = wholeWord(reference);
  if (!subject.includes(reference)) return (text) => text.search(theirs) >= 0;
  const own = wholeWord(subject);
  return (text) => text.replace(own, "").search(theirs) >= 0;
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
