import type { Environment } from "../entries";
import type { ParityConfig, ReferenceCandidate, ResolvedPair, StackIdentity } from "../types";
import { membershipOf, type Membership } from "./membership";
import { referencesOf } from "./references";
import { levelOf, settingsOf, type Side } from "./settings-of";
import { evidenceOf, referenceSources } from "./templates";

/**
 * Every judgement that parity.yaml asks for when this stack is previewed or audited: against its reference, against each
 * of several, and as a gate. Empty where nothing judges it. `known` are the stacks that exist, where the caller has the
 * list; without it references follow from the names alone. Throws UsageError where the stack stands in two environments
 * or its reference cannot be told.
 */
export function pairsFor(
  config: ParityConfig,
  subject: StackIdentity,
  known: readonly StackIdentity[] = [],
): readonly ResolvedPair[] {
  const member = membershipOf(config, subject);
  if (member === undefined) return [];
  const { reference, gate } = member.environment;
  const judging = config.guessed ? advising(config) : config;
  return [
    ...(reference === undefined ? [] : pairsAgainst(judging, member, subject, reference, false, known)),
    ...(gate === undefined ? [] : pairsAgainst(judging, member, subject, gate, true, known)),
  ];
}

/** Nobody asked for a pair that was guessed: it is advised upon and never rejected. */
function advising(config: ParityConfig): ParityConfig {
  return { ...config, defaults: { ...config.defaults, level: "advisory" } };
}

function pairsAgainst(
  config: ParityConfig,
  member: Membership,
  subject: StackIdentity,
  target: string,
  gate: boolean,
  known: readonly StackIdentity[],
): readonly ResolvedPair[] {
  const { kind, stacks } = referencesOf(config, member, subject, target, known);
  const environment = config.environments.find(({ name }) => name === target);
  const judged: Side = { stack: subject, name: member.environment.name, environment: member.environment };
  const other = (stack: StackIdentity): Side => ({ stack, name: target, environment });
  if (kind === "each") return stacks.map((stack) => resolved(config, judged, other(stack), gate, []));
  const [first, ...rest] = stacks;
  if (first === undefined) return [];
  const alternatives = rest.map((reference) => ({
    reference,
    referenceSources: referenceSources(config, reference, target),
  }));
  return [resolved(config, judged, other(first), gate, alternatives)];
}

/** The pair of two stacks that a caller named himself, whether or not parity.yaml knows them. */
export function adHocPair(config: ParityConfig, subject: StackIdentity, reference: StackIdentity): ResolvedPair {
  const [judged, other] = [sideOf(config, subject), sideOf(config, reference)];
  return resolved(config, distinct(judged, other), distinct(other, judged), false, []);
}

function sideOf(config: ParityConfig, stack: StackIdentity): Side {
  const environment: Environment | undefined = membershipOf(config, stack)?.environment;
  return { stack, name: environment?.name ?? stack.stack, environment };
}

/** Two stacks of one environment are told apart by their own names. */
function distinct(side: Side, other: Side): Side {
  return side.name === other.name ? { ...side, name: side.stack.stack } : side;
}

function resolved(
  config: ParityConfig,
  judged: Side,
  other: Side,
  gate: boolean,
  alternatives: readonly ReferenceCandidate[],
): ResolvedPair {
  const { defaults } = config;
  const { environment } = judged;
  return {
    subject: judged.stack,
    reference: other.stack,
    alternatives,
    any: environment?.against === "any",
    environments: { subject: judged.name, reference: other.name },
    level: levelOf(config, environment),
    referenceSources: referenceSources(config, other.stack, other.name),
    maxStaleDays: environment?.maxStaleDays ?? defaults.maxStaleDays,
    onReferenceAbsent: environment?.onReferenceAbsent ?? defaults.onReferenceAbsent,
    judgeDuringUp: environment?.judgeDuringUp ?? defaults.judgeDuringUp,
    overridable: config.override.includes(judged.name),
    evidence: {
      subject: evidenceOf(config, judged.stack, judged.name),
      reference: evidenceOf(config, other.stack, other.name),
    },
    lifetimeDays: environment?.lifetimeDays,
    maxAgeDays: defaults.maxAgeDays,
    maxReferenceAgeDays: environment?.maxReferenceAgeDays ?? defaults.maxReferenceAgeDays,
    maxDeploymentAgeDays: {
      subject: environment?.maxDeploymentAgeDays ?? defaults.maxDeploymentAgeDays,
      reference: other.environment?.maxDeploymentAgeDays ?? defaults.maxDeploymentAgeDays,
    },
    ownerTag: environment?.ownerTag,
    gate,
    settings: settingsOf(
      config,
      gate ? { subject: other, reference: judged } : { subject: judged, reference: other },
      judged,
    ),
    config: config.origin,
  };
}
