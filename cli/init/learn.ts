import { createCatalogue } from "../../catalogue";
import { adHocPair, completeSettings, type ResolvedPair } from "../../core/config";
import type { Sides } from "../../core/model/comparison";
import type { Finding } from "../../core/model/finding";
import type { Stack } from "../../core/model/stack";
import { walk, type Walked } from "../../core/walk";
import { policies } from "../../policies/list";
import { withEvidence } from "../../sources/evidence";
import { loadParityConfig } from "../../sources/parity-yaml";
import { withConfiguration } from "../audit/configuration";
import { identityOf } from "../audit/judge-pair";
import { programsBy } from "../audit/program-of";
import { shownFinding, waiverEntry } from "../tolerance/waiver-entry";
import { dayAfter } from "../tolerance/days";
import { proposeAbsent } from "./absent-groups";
import { documentText, type EquivalentProposal, type Proposal } from "./document";
import type { ProposedEnvironments } from "./environments";
import { learnRules } from "./learned";
import { proposeSubstitutes } from "./substitute-groups";

/** What init is asked to learn from. */
export interface Lesson {
  readonly stacks: readonly Sides<Stack>[];
  readonly environments: ProposedEnvironments;
  readonly ratchet: boolean;
  readonly owner: string;
  readonly now: Date;
  readonly cwd: string;
}

const catalogue = createCatalogue();

interface Judged {
  readonly pair: ResolvedPair;
  readonly walked: Walked;
}

/** The text of a parity.yaml under which nothing of today is rejected; judged again until that is so. */
export function learn(lesson: Lesson): string {
  const empty: Proposal = {
    environments: lesson.environments,
    absent: [],
    substitutes: [],
    rules: [],
    waivers: [],
    equivalents: [],
    ratchet: lesson.ratchet,
  };
  const first = judgeAll(lesson, documentText(empty));
  const grouped: Proposal = {
    ...empty,
    equivalents: equivalentsOf(first),
    ...(!lesson.ratchet && { absent: absentOf(first), substitutes: substitutesOf(first) }),
  };
  const left = judgeAll(lesson, documentText(grouped));
  const proposal = lesson.ratchet
    ? { ...grouped, waivers: waiversOf(left, lesson) }
    : { ...grouped, rules: learnRules(left.flatMap(rejected)) };
  return documentText(proposal);
}

function judgeAll({ stacks, now, cwd }: Lesson, text: string): readonly Judged[] {
  const config = loadParityConfig({ document: text, from: [cwd] });
  const programOf = programsBy(config, cwd);
  return stacks.map((sides) => {
    const pair = adHocPair(config, identityOf(sides.subject), identityOf(sides.reference));
    const both = withEvidence(withConfiguration(sides, programOf), pair.evidence, now);
    const settings = completeSettings(pair, { catalogue, before: undefined });
    return { pair, walked: walk(both.subject, both.reference, settings, policies, now) };
  });
}

/** What an audit would exit 1 for. */
function rejected({ walked }: Judged): readonly Finding[] {
  return walked.findings.filter(({ verdict, level }) => verdict === "beyond" && level === "mandatory");
}

function absentOf(judged: readonly Judged[]): Proposal["absent"] {
  const all = judged.flatMap((one) =>
    proposeAbsent(rejected(one), one.walked.comparison.subject).map((proposal) => ({
      ...proposal,
      environment: one.pair.environments.subject,
    })),
  );
  const declared = new Set(judged.flatMap(({ pair }) => (isDeclared(pair) ? [pair.environments.subject] : [])));
  return distinct(all, ({ glob, environment }) => `${environment} ${glob}`).filter(({ environment }) =>
    declared.has(environment),
  );
}

function substitutesOf(judged: readonly Judged[]): Proposal["substitutes"] {
  const all = judged
    .filter(({ pair }) => isDeclared(pair))
    .flatMap((one) =>
      proposeSubstitutes(rejected(one), catalogue).map((proposal) => ({
        ...proposal,
        environments: one.pair.environments,
      })),
    );
  return distinct(all, ({ subject, reference }) => JSON.stringify([subject, reference]));
}

/** Two stacks of one name have no environments that entries could name. */
function isDeclared({ subject, reference }: ResolvedPair): boolean {
  return subject.project !== reference.project || subject.stack !== reference.stack;
}

/** Only what was learned: the rest is found again without being told. */
function equivalentsOf(judged: readonly Judged[]): readonly EquivalentProposal[] {
  const all = judged
    .filter(({ pair }) => isDeclared(pair))
    .flatMap(({ pair, walked }) =>
      walked.comparison.equivalences
        .filter(({ source }) => source === "learned")
        .map(({ subject, reference, occurrences }) => ({
          values: { [pair.environments.subject]: subject, [pair.environments.reference]: reference },
          occurrences,
        })),
    );
  return distinct(all, ({ values }) => JSON.stringify(values));
}

const FIRST_DAYS = 30;
const DAYS_BETWEEN = 14;

/** One waiver a divergence, ending policy by policy, so that not all is due on one day. */
function waiversOf(judged: readonly Judged[], { now, owner }: Lesson): Proposal["waivers"] {
  const order = distinct(judged.flatMap(rejected), ({ policy }) => policy).map(({ policy }) => policy);
  const all = judged.flatMap((one) =>
    rejected(one).map((finding) =>
      waiverEntry(shownFinding(finding, one.pair), {
        reason: "was there before parity was judged",
        owner,
        ticket: undefined,
        expires: dayAfter(now, FIRST_DAYS + DAYS_BETWEEN * order.indexOf(finding.policy)),
      }),
    ),
  );
  return distinct(all, ({ id }) => String(id));
}

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
