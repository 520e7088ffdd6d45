import type { Divergence, Equivalence, Sides } from "../model/comparison";
import type { Context } from "./context";
import { sameText } from "./texts";

/** What two texts must at least have in common before they are taken for each other. */
const FEWEST_OCCURRENCES = 3;
const FEWEST_TYPES = 2;

/** Differences in these are differences, whatever the rest of the stack does. */
const NEVER = new Set([
  "version",
  "image",
  "size",
  "count",
  "capacity",
  "flag",
  "toggle",
  "enumeration",
  "port",
  "duration",
  "schedule",
]);

const HOST = /(?<![\w.-])(?:[a-z0-9_*-]+\.)+[a-z]{2,}(?![\w-])/gi;
const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g;
const IDENTITY = /^arn:|:\/\/|@|^[\w*.-]+\.[a-z]{2,}\.?$|^\d{12}$/i;

interface Evidence extends Sides<string> {
  readonly types: Set<string>;
  readonly divergences: Divergence[];
}

export interface Learned {
  readonly equivalences: readonly Equivalence[];
  /** Without what they explain. */
  readonly divergences: readonly Divergence[];
}

/**
 * Two domains or accounts that were given by configuration are each other's counterparts where they stand for each
 * other again and again, in several types, and for nothing else.
 */
export function learnEquivalents(
  divergences: readonly Divergence[],
  refused: readonly Sides<string>[],
  context: Context,
): Learned {
  const evidence = collect(divergences, context);
  const isRefused = ({ subject, reference }: Sides<string>) =>
    refused.some((pair) => pair.subject === subject && pair.reference === reference);
  const learned = oneToOne([...evidence.values()]).filter(
    (one) => one.divergences.length >= FEWEST_OCCURRENCES && one.types.size >= FEWEST_TYPES && !isRefused(one),
  );
  if (learned.length === 0) return { equivalences: [], divergences };
  const explained = new Set(
    learned.flatMap((one) => one.divergences).filter((divergence) => sameThen(divergence, learned, context)),
  );
  return {
    equivalences: learned.map(({ subject, reference, divergences: { length } }) => ({
      subject,
      reference,
      source: "learned",
      occurrences: length,
    })),
    divergences: divergences.filter((divergence) => !explained.has(divergence)),
  };
}

function collect(divergences: readonly Divergence[], context: Context): ReadonlyMap<string, Evidence> {
  const evidence = new Map<string, Evidence>();
  for (const divergence of divergences)
    for (const { subject, reference } of differingParts(divergence, context)) {
      const key = `${subject}\n${reference}`;
      const known = evidence.get(key) ?? { subject, reference, types: new Set(), divergences: [] };
      known.types.add(divergence.type);
      known.divergences.push(divergence);
      evidence.set(key, known);
    }
  return evidence;
}

function differingParts({ kind, values, facts }: Divergence, { texts }: Context): readonly Sides<string>[] {
  const { subject, reference } = values;
  if (kind !== "changed" || typeof subject !== "string" || typeof reference !== "string") return [];
  if (NEVER.has(facts.valueClass) || !IDENTITY.test(subject) || !IDENTITY.test(reference)) return [];
  for (const pattern of [HOST, ACCOUNT]) {
    const [own, other] = [subject.match(pattern) ?? [], reference.match(pattern) ?? []];
    const around = texts.subject.text(subject.replace(pattern, "{}"));
    if (own.length !== other.length || around !== texts.reference.text(reference.replace(pattern, "{}"))) continue;
    return own.flatMap((part, at) => {
      const counterpart = other[at] ?? part;
      return part === counterpart ? [] : [withoutCommonLabels(part, counterpart)];
    });
  }
  return [];
}

/** `api.example.com` and `api.example.org`: what differs are the two domains. */
function withoutCommonLabels(subject: string, reference: string): Sides<string> {
  const [own, other] = [subject.split("."), reference.split(".")];
  while (own.length > 2 && other.length > 2 && own[0] === other[0]) [own, other].forEach((labels) => labels.shift());
  return { subject: own.join("."), reference: other.join(".") };
}

function oneToOne(evidence: readonly Evidence[]): readonly Evidence[] {
  const count = (side: keyof Sides<string>, text: string) => evidence.filter((one) => one[side] === text).length;
  return evidence.filter((one) => count("subject", one.subject) === 1 && count("reference", one.reference) === 1);
}

function sameThen({ values }: Divergence, learned: readonly Sides<string>[], context: Context): boolean {
  const { subject, reference } = values;
  if (typeof subject !== "string" || typeof reference !== "string") return false;
  const translated = learned.reduce((text, pair) => text.replaceAll(pair.subject, pair.reference), subject);
  return sameText(translated, reference, context);
}
