import { fingerprint } from "../../core/model/fingerprint";
import type { Comparison, Divergence, Pair } from "../../core/model/comparison";
import { UNEXPLAINED } from "../../core/model/unexplained";
import type { Resource } from "../../core/model/resource";
import { isMap } from "../../core/model/value";
import type { Value, ValueMap } from "../../core/model/value";
import { plainFacts } from "../../core/model/plain-facts";

const COLUMN = "parity:data:Column";

const FACTS = plainFacts("data-parity", "text", "evidence/masking");

/**
 * Columns that hold personal data in the reference: each must be declared under `masked:` in parity.yaml, and a
 * declared one must not look in the subject as live data does. Of profiles that parity.yaml does not name, nothing.
 */
export function findUnmasked(comparison: Comparison): readonly Divergence[] {
  const { subject, reference } = comparison;
  const columns = comparison.pairs.filter(({ reference: column }) => column.type === COLUMN);
  return columns.flatMap((pair) => {
    const problem = problemOf(pair);
    return problem === undefined
      ? []
      : [divergence(pair, problem, `${subject.project}/${subject.name}/${reference.name}`)];
  });
}

interface Problem {
  readonly subject: string;
  readonly reference: string;
}

function problemOf({ subject, reference }: Pair): Problem | undefined {
  const personal = reference.outputs.personal;
  if (typeof personal !== "string") return undefined;
  const declarations = [subject.tags.masked, reference.tags.masked];
  if (declarations.every((declared) => declared === undefined)) return undefined;
  if (!declarations.includes("true"))
    return { subject: "not declared masked", reference: `holds personal data: ${personal}` };
  if (!looksLive(subject, reference)) return undefined;
  return { subject: "declared masked, but looks like live data", reference: `holds personal data: ${personal}` };
}

/** The same formats in the same shares, as many different values, and the same spread of lengths. */
function looksLive(subject: Resource, reference: Resource): boolean {
  const formats = liveFormats(reference.outputs.formats);
  const same = Object.keys(formats).filter((format) =>
    close(numberIn(subject.outputs.formats, format), formats[format]),
  );
  return (
    same.length > 0 &&
    same.length === Object.keys(formats).length &&
    numberIn(subject.outputs.formats, "reservedEmail") < RESERVED &&
    subject.outputs.cardinality === reference.outputs.cardinality &&
    JSON.stringify(subject.outputs.spread) === JSON.stringify(reference.outputs.spread)
  );
}

/** Addresses of reserved domains are nobody's: where they prevail, the column is masked. */
const RESERVED = 0.9;
const TELLING = 0.5;

function liveFormats(formats: Value | undefined): ValueMap {
  if (!isMap(formats)) return {};
  const telling = Object.entries(formats).filter(
    ([name, share]) => name !== "reservedEmail" && Number(share) >= TELLING,
  );
  return Object.fromEntries(telling);
}

function numberIn(map: Value | undefined, key: string): number {
  const value = isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined;
  return typeof value === "number" ? value : 0;
}

function close(share: number, other: Value | undefined): boolean {
  return typeof other === "number" && Math.abs(share - other) <= 0.1;
}

function divergence({ subject, reference }: Pair, values: Problem, pair: string): Divergence {
  return {
    ...UNEXPLAINED,
    id: fingerprint(`${pair}/${COLUMN}/${reference.name}/masked`),
    kind: "changed",
    type: COLUMN,
    subject,
    reference,
    symbolicName: reference.name,
    path: ["masked"],
    key: "masked",
    values,
    facts: FACTS,
  };
}
