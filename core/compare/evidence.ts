import type { Divergence, Pair, Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import { nameOfPair } from "../model/named-value";
import type { Path } from "../model/path";
import { isList, isMap, Special, type Value } from "../model/value";
import type { Context } from "./context";
import { neverNames } from "./naming-classes";
import { isNoise } from "./noise";

const HOST = /(?<![\w-]|[\w-]\.)(?:[a-z0-9_*-]+\.)+[a-z]{2,}(?![\w-])/gi;
const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g;
const IDENTITY = /^arn:|:\/\/|@|^[\w*.-]+\.[a-z]{2,}\.?(?:\/\S*)?$|^\d{12}$/i;

/** Two texts that stand for each other, and where. */
export interface Evidence extends Sides<string> {
  readonly types: Set<string>;
  readonly divergences: Divergence[];
  occurrences: number;
}

/** Everything that speaks for two domains or accounts being counterparts: differences, and places that only name. */
export function collectEvidence(
  divergences: readonly Divergence[],
  pairs: readonly Pair[],
  context: Context,
): readonly Evidence[] {
  const evidence = new Map<string, Evidence>();
  const see = (type: string, values: Sides<string>, divergence?: Divergence): void => {
    for (const { subject, reference } of differingParts(values, context)) {
      const key = `${subject}\n${reference}`;
      const known = evidence.get(key) ?? { subject, reference, types: new Set(), divergences: [], occurrences: 0 };
      known.types.add(type);
      known.occurrences += 1;
      if (divergence !== undefined) known.divergences.push(divergence);
      evidence.set(key, known);
    }
  };
  for (const divergence of divergences) {
    const { subject, reference } = divergence.values;
    if (divergence.kind !== "changed" || neverNames(divergence.facts)) continue;
    if (typeof subject === "string" && typeof reference === "string")
      see(divergence.type, { subject, reference }, divergence);
  }
  if (evidence.size > 0) for (const { type, values } of namingPlaces(pairs, context)) see(type, values);
  return [...evidence.values()];
}

/** Hosts or accounts, the only parts in which two texts differ. */
export function differingParts({ subject, reference }: Sides<string>, { texts }: Context): readonly Sides<string>[] {
  if (!IDENTITY.test(subject) || !IDENTITY.test(reference)) return [];
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

interface NamingPlace {
  readonly type: string;
  readonly values: Sides<string>;
}

/** Where both sides name something, each in its own way: that is no difference, but says what is called how. */
export function* namingPlaces(
  pairs: readonly Sides<Resource>[],
  { catalogue }: Pick<Context, "catalogue">,
): Iterable<NamingPlace> {
  for (const { subject, reference } of pairs) {
    const { type } = subject;
    function* walk(own: Value | undefined, other: Value | undefined, path: Path): Iterable<NamingPlace> {
      if (own === other || own instanceof Special || other instanceof Special) return;
      if (typeof own === "string" && typeof other === "string") {
        if (own.includes(".") && isNoise(catalogue.property(type, path), "changed"))
          yield { type, values: { subject: own, reference: other } };
      } else if (isList(own) && isList(other)) {
        for (const [at, item] of own.entries()) yield* walk(item, other[at], [...path, nameOfPair(item) ?? at]);
      } else if (isMap(own) && isMap(other))
        for (const key of Object.keys(own)) yield* walk(own[key], other[key], [...path, key]);
    }
    yield* walk(subject.inputs, reference.inputs, []);
  }
}
