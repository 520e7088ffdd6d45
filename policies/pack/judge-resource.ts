import { createCatalogue } from "../../catalogue";
import { completeSettings, type ResolvedPair } from "../../core/config";
import type { Sides } from "../../core/model/comparison";
import type { Finding } from "../../core/model/finding";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { parseUrn, urnWithoutStack } from "../../core/model/urn";
import { Special } from "../../core/model/value";
import type { ParityPolicy } from "../../core/policy";
import { reportedDivergence } from "../../core/report/divergence";
import type { ValueClass } from "../../core/vocabulary";
import { walk } from "../../core/walk";
import { findingText } from "./finding-text";
import type { PolicySettings } from "./messages";
import { levelOf } from "./report-violations";
import type { Prepared, PreparedPair } from "./preparation";
import { overrideFor } from "./override";
import { singleResource, type AnnouncedResource } from "./single-resource";
import type { Violation } from "./violation";

export interface ResourceRequest {
  readonly prepared: Prepared;
  readonly announced: AnnouncedResource;
  readonly policies: readonly ParityPolicy[];
  readonly settings: PolicySettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/**
 * What can be said of one resource in the midst of an update (`judgeDuringUp`): it is compared with its namesake alone,
 * so only values count that could not identify another resource. All else waits for the end of the update.
 */
export function judgeResource(request: ResourceRequest): readonly Violation[] {
  const { prepared, announced, env, now } = request;
  const resource = singleResource(announced, prepared);
  if (resource === undefined) return [];
  return prepared.pairs
    .filter(({ pair }) => judgesDuringUp(pair) && overrideFor(pair, env, now).granted === undefined)
    .flatMap((pair) => judgeAgainst(pair, resource, request));
}

/** Whether anything is judged before the end of an update. */
export function judgesDuringUp({ judgeDuringUp, gate, level }: ResolvedPair): boolean {
  return judgeDuringUp && !gate && level === "mandatory";
}

function judgeAgainst(
  { pair, reference }: PreparedPair,
  resource: Resource,
  { prepared, policies, settings, now }: ResourceRequest,
): readonly Violation[] {
  if (reference.kind !== "read") return [];
  const counterpart = namesake(resource, reference.stack, pair.settings.compare.match);
  if (counterpart === undefined) return [];
  const stack = { ...reference.stack, project: prepared.facts.project, name: prepared.facts.stack };
  const alone = (one: Resource, of: Stack): Stack => ({ ...of, resources: [{ ...one, parent: undefined }], reads: [] });
  const complete = completeSettings(pair, { catalogue: createCatalogue(prepared.config.catalogue), before: undefined });
  const names = { subject: { name: prepared.facts.stack }, reference: { name: reference.stack.name } };
  return walk(alone(resource, { ...stack, phase: "preview" }), alone(counterpart, reference.stack), complete, [], now)
    .findings.filter((finding) => countsAlone(finding))
    .flatMap((finding) => violationOf(finding, names, policies, settings));
}

function namesake(resource: Resource, stack: Stack, match: readonly Sides<string>[]): Resource | undefined {
  const declared = match.find(({ subject }) => subject === `${resource.type}::${resource.name}`)?.reference;
  return stack.resources.find((other) =>
    declared === undefined
      ? urnWithoutStack(other.urn) === urnWithoutStack(resource.urn)
      : `${parseUrn(other.urn)?.type ?? ""}::${other.name}` === declared,
  );
}

/** Classes whose values measure or switch; a text of another class may be the id of something. */
const MEASURING: ReadonlySet<ValueClass> = new Set([
  ...(["version", "size", "count", "capacity", "duration", "schedule"] as const),
  ...(["flag", "enumeration", "toggle", "port"] as const),
]);

function countsAlone({ verdict, level, kind, path, facts, values }: Finding): boolean {
  if (verdict !== "beyond" || level === "disabled" || path === undefined || kind === "shared") return false;
  const plain = [values.subject, values.reference].every((value) => typeof value !== "object" || value === null);
  const texts = [values.subject, values.reference].some((value) => typeof value === "string");
  return plain && !(values.subject instanceof Special) && (!texts || MEASURING.has(facts.valueClass));
}

function violationOf(
  finding: Finding,
  names: Parameters<typeof findingText>[1],
  policies: readonly ParityPolicy[],
  settings: PolicySettings,
): readonly Violation[] {
  const configured = settings.get(finding.policy)?.level ?? "mandatory";
  if (configured === "disabled") return [];
  const mend = policies.find(({ name }) => name === finding.policy)?.mend(finding);
  const divergence = reportedDivergence(finding, mend);
  const message = findingText({ first: divergence, all: [divergence] }, names);
  const level = levelOf([divergence], { lowered: configured === "advisory" });
  return [{ message, name: finding.policy, urn: finding.subject?.urn ?? "", ...level, severity: "high" }];
}
