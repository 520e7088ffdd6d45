import { UsageError } from "../../core/errors";
import { suggestion } from "../../core/config/suggest";
import { explainer, type Explanation } from "../../core/judge/explain";
import { judge } from "../../core/judge/judge";
import type { Pair } from "../../core/model/comparison";
import type { Finding } from "../../core/model/finding";
import type { Resource } from "../../core/model/resource";
import { propertyPattern } from "../../core/judge/property-pattern";
import { presetConfig } from "../../sources/parity-yaml";
import { presets } from "../../sources/parity-yaml/presets";
import type { WalkedPair } from "./walked-pair";

/** What there is to say about one resource of a pair of stacks. */
export interface ExplainedResource {
  readonly alignment: Alignment;
  readonly symbols: readonly { readonly subject: string; readonly reference: string; readonly source: string }[];
  readonly findings: readonly ExplainedFinding[];
}

export interface Alignment {
  readonly subject: string | undefined;
  readonly reference: string | undefined;
  readonly via: string | undefined;
  readonly confidence: number | undefined;
  /** How alike the two are, 0 to 1, by names, properties and neighbours, whatever they were aligned by. */
  readonly score: number | undefined;
  /** Others of its type on the other side, the most alike first. */
  readonly candidates: readonly Candidate[];
}

export interface Candidate {
  readonly urn: string;
  readonly score: number;
  /** What it is aligned with instead. */
  readonly alignedWith: string | undefined;
}

export interface ExplainedFinding {
  readonly finding: Finding;
  readonly explanation: Explanation;
  /** What each preset alone would say. */
  readonly presets: Readonly<Record<string, string>>;
}

/** Throws UsageError where neither stack has such a resource. */
export function explainResource(
  asked: string,
  property: string | undefined,
  one: WalkedPair,
  now: Date,
): ExplainedResource {
  const { comparison, findings } = one.walked;
  const resource = resourceOf(asked, [...comparison.subject.resources, ...comparison.reference.resources]);
  const pair = comparison.pairs.find(({ subject, reference }) => subject === resource || reference === resource);
  const covers = property === undefined ? () => true : propertyPattern(property);
  const about = findings.filter(
    ({ subject, reference, key }) =>
      (isSame(subject, resource) || isSame(reference, resource)) && (property === undefined || covers(key ?? "")),
  );
  const underPresets = judgedByPresets(one, now);
  const explain = explainer(comparison, one.settings.judge, { policies: one.policies, now });
  return {
    alignment: alignmentOf(resource, pair, one),
    symbols: symbolsOf(resource, one),
    findings: about.map((finding) => ({
      finding,
      explanation: explain(finding),
      presets: underPresets(finding),
    })),
  };
}

const isSame = (one: Resource | undefined, other: Resource) => one?.urn === other.urn;

/** By URN, by `type::name`, or by name where only one has it. */
function resourceOf(asked: string, resources: readonly Resource[]): Resource {
  const exact = resources.find(({ urn, type, name }) => urn === asked || `${type}::${name}` === asked);
  if (exact !== undefined) return exact;
  const named = resources.filter(({ name }) => name === asked);
  const [only] = named;
  if (only !== undefined && new Set(named.map(({ type }) => type)).size === 1) return only;
  if (only !== undefined)
    throw new UsageError(
      `${asked} is the name of several: ${[...new Set(named.map(({ type }) => `${type}::${asked}`))].join(", ")}`,
    );
  const names = [...new Set(resources.flatMap(({ urn, name }) => [urn, name]))];
  throw new UsageError(`neither stack has a resource ${JSON.stringify(asked)}${suggestion(asked, names)}`);
}

const MOST_CANDIDATES = 5;

function alignmentOf(resource: Resource, pair: Pair | undefined, { walked: { comparison } }: WalkedPair): Alignment {
  const isSubject = comparison.subject.resources.includes(resource);
  const [others, own, other] = isSubject
    ? [comparison.reference, "subject" as const, "reference" as const]
    : [comparison.subject, "reference" as const, "subject" as const];
  const scoreOf = (one: Resource) =>
    rounded((isSubject ? comparison.likeness?.(resource, one) : comparison.likeness?.(one, resource)) ?? 0);
  const counterpart = pair?.[other];
  const candidates = others.resources
    .filter((one) => one.type === resource.type && one !== counterpart)
    .map((one) => ({ one, score: scoreOf(one) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ one: { urn }, score }) => {
      const alignedWith = comparison.pairs.find((each) => each[other].urn === urn)?.[own].urn;
      return { urn, score, alignedWith };
    });
  return {
    subject: pair?.subject.urn ?? (isSubject ? resource.urn : undefined),
    reference: pair?.reference.urn ?? (isSubject ? undefined : resource.urn),
    via: pair?.via,
    confidence: pair?.confidence,
    score: counterpart && scoreOf(counterpart),
    candidates,
  };
}

const rounded = (score: number) => Math.round(score * 100) / 100;

/** The equivalents that stand in this resource's inputs. */
function symbolsOf(resource: Resource, { walked: { comparison } }: WalkedPair): ExplainedResource["symbols"] {
  const inputs = JSON.stringify(resource.inputs);
  return comparison.equivalences.filter(({ subject, reference }) =>
    [subject, reference].some((text) => text !== "" && inputs.includes(text)),
  );
}

/** The comparison stays; only the rules are another's. */
function judgedByPresets(one: WalkedPair, now: Date): (finding: Finding) => Readonly<Record<string, string>> {
  const names = [...new Set(presets().map(({ name }) => name))];
  const verdicts = names.map((name) => {
    const { entries, defaults } = presetConfig(name);
    const options = {
      ...one.settings.judge,
      rules: entries.tolerances,
      waivers: [],
      level: defaults.level,
      leadDays: defaults.leadDays,
      enforce: defaults.enforce,
      undetermined: defaults.undetermined,
    };
    const judged = judge(one.walked.comparison, options, { policies: one.policies, now });
    return [name, new Map(judged.map(({ id, verdict, level }) => [id, `${verdict} (${level})`]))] as const;
  });
  return ({ id }) => Object.fromEntries(verdicts.map(([name, byId]) => [name, byId.get(id) ?? "none"]));
}
