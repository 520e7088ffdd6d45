import { createHash } from "node:crypto";
import type { PropertyFacts } from "../model/catalogue";
import type { Comparison, Divergence, Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { ProgramFacts, Stack } from "../model/stack";
import type { Value } from "../model/value";
import type { ValueClass } from "../vocabulary";
import { plainFacts } from "../model/plain-facts";

/** What cannot be read from the two stacks themselves; every field may be unknown. */
export interface ProvenanceFacts {
  /** How the subject's commit stands to the reference's, by git. */
  readonly relation?: "same" | "ahead" | "behind" | "diverged" | "unknown";
  /** Days for which an environment like the subject may live. */
  readonly lifetimeDays?: number | undefined;
  /** Days after which the reference is too old to judge by. */
  readonly maxReferenceAgeDays?: number | undefined;
  /** Policy name, or `*`, → days that a divergence may last. */
  readonly maxAgeDays?: Readonly<Record<string, number>>;
  /** Fingerprint → when the divergence began, from the history. */
  readonly began?: ReadonlyMap<string, Date>;
}

/** The pseudo-resource that stands for what a stack was made of and when. */
const PROGRAM_TYPE = "parity:stack:Program";

const DAY_MS = 86_400_000;

/** What `provenance-parity` finds beyond the comparison: programs, versions and ages that should not differ so. */
export function provenanceDivergences(
  comparison: Comparison,
  facts: ProvenanceFacts,
  now: Date,
): readonly Divergence[] {
  const { subject, reference } = comparison;
  const programs = { subject: subject.program, reference: reference.program };
  const drafts = [
    ...commitDrafts(programs, facts.relation),
    ...(programs.subject.dirty === true ? [draft("dirty", "toggle", true, programs.reference.dirty ?? false)] : []),
    ...differing("repository", "identity", programs, repositoryOf),
    ...differing("pulumiVersion", "version", programs, majorOf),
    ...ageDrafts(reference, facts.maxReferenceAgeDays, now),
    ...lifetimeDrafts(subject, facts.lifetimeDays, now),
  ];
  return [...drafts.map((one) => divergenceOf(one, comparison)), ...overdue(comparison, facts, now)];
}

/** Days that are left of an environment's lifetime, negative when it is over; undefined where either is not known. */
export function lifetimeLeft(subject: Stack, lifetimeDays: number | undefined, now: Date): number | undefined {
  const age = ageInDays(createdAt(subject), now);
  return age === undefined || lifetimeDays === undefined ? undefined : lifetimeDays - age;
}

interface Draft {
  readonly key: string;
  readonly valueClass: ValueClass;
  readonly values: Sides<Value>;
  readonly undetermined: string | undefined;
}

function draft(key: string, valueClass: ValueClass, subject: Value, reference: Value, undetermined?: string): Draft {
  return { key, valueClass, values: { subject, reference }, undetermined };
}

/** To be ahead is what a subject is for. */
function commitDrafts(
  { subject, reference }: Sides<ProgramFacts>,
  relation: ProvenanceFacts["relation"],
): readonly Draft[] {
  const [own, other] = [subject.commit, reference.commit];
  if (own === undefined || other === undefined || own === other) return [];
  switch (relation) {
    case "same":
    case "ahead":
      return [];
    case "behind":
    case "diverged":
      return [draft("commit", "text", `${own} (${relation})`, other)];
    case "unknown":
    case undefined:
      return [draft("commit", "text", own, other, "how the two commits stand to each other is not known here")];
  }
}

function differing(
  key: "repository" | "pulumiVersion",
  valueClass: ValueClass,
  { subject, reference }: Sides<ProgramFacts>,
  meaning: (text: string) => string,
): readonly Draft[] {
  const [own, other] = [subject[key], reference[key]];
  if (own === undefined || other === undefined || meaning(own) === meaning(other)) return [];
  return [draft(key, valueClass, own, other)];
}

/** `git@host:org/repo.git` and `https://host/org/repo` are one repository. */
function repositoryOf(url: string): string {
  const path = url.replace(/^[a-z+]+:\/\//i, "").replace(/^[^@/]*@/, "");
  return path
    .replace(":", "/")
    .replace(/(?:\.git)?\/?$/, "")
    .toLowerCase();
}

function majorOf(version: string): string {
  return /^v?(\d+)/.exec(version)?.[1] ?? version;
}

function ageDrafts(reference: Stack, limit: number | undefined, now: Date): readonly Draft[] {
  const age = ageInDays(reference.capturedAt, now);
  if (age === undefined || limit === undefined || age <= limit) return [];
  return [draft("age", "duration", `${limit}d`, `${Math.floor(age)}d`)];
}

function lifetimeDrafts(subject: Stack, limit: number | undefined, now: Date): readonly Draft[] {
  const left = lifetimeLeft(subject, limit, now);
  if (left === undefined || limit === undefined || left >= 0) return [];
  return [draft("lifetime", "duration", `${Math.floor(limit - left)}d`, `${limit}d`)];
}

/** When the stack's first update made its root. */
function createdAt({ resources }: Stack): string | undefined {
  return resources.find(({ role }) => role === "stack")?.created;
}

function ageInDays(at: string | undefined, now: Date): number | undefined {
  const time = at === undefined ? NaN : Date.parse(at);
  return Number.isNaN(time) ? undefined : (now.getTime() - time) / DAY_MS;
}

/** Divergences that have lasted longer than their dimension allows: each stands a second time, for its age. */
function overdue(
  { divergences }: Comparison,
  { maxAgeDays = {}, began }: ProvenanceFacts,
  now: Date,
): readonly Divergence[] {
  if (began === undefined) return [];
  return divergences.flatMap((one) => {
    const limit = maxAgeDays[one.facts.policy] ?? maxAgeDays["*"];
    const age = ageInDays(began.get(one.id)?.toISOString(), now);
    if (limit === undefined || age === undefined || age <= limit) return [];
    const values = { subject: `${Math.floor(age)}d`, reference: `${limit}d` };
    return [
      {
        ...one,
        id: idOf(`${one.id} age`),
        values,
        facts: factsOf("duration"),
        causedBy: one.id,
        undetermined: undefined,
      },
    ];
  });
}

function divergenceOf(
  { key, valueClass, values, undetermined }: Draft,
  { subject, reference }: Comparison,
): Divergence {
  return {
    id: idOf([subject.project, subject.name, reference.project, reference.name, PROGRAM_TYPE, key].join("\n")),
    kind: "changed",
    type: PROGRAM_TYPE,
    subject: programResource(subject),
    reference: programResource(reference),
    symbolicName: "program",
    path: [key],
    key,
    values,
    facts: factsOf(valueClass),
    undetermined,
    status: undefined,
    origin: undefined,
    causedBy: undefined,
  };
}

function idOf(identity: string): string {
  return createHash("sha256").update(identity).digest("hex").slice(0, 12);
}

function factsOf(valueClass: ValueClass): PropertyFacts {
  return plainFacts("provenance-parity", valueClass, "provenance");
}

function programResource({ project, name }: Stack): Resource {
  return {
    urn: `urn:pulumi:${name}::${project}::${PROGRAM_TYPE}::program`,
    type: PROGRAM_TYPE,
    name: "program",
    role: "evidence",
    ...{ id: undefined, parent: undefined, provider: undefined, inputs: {}, outputs: {}, dependencies: [] },
    ...{ propertyDependencies: new Map(), aliases: [], protect: false, sourcePosition: undefined },
    ...{ created: undefined, modified: undefined, untargeted: false, tags: {} },
  };
}
