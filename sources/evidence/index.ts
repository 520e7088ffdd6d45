import type { EvidenceKind, EvidenceSource } from "../../core/config/types";
import { ReadError } from "../../core/errors";
import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { withFlags } from "../flags/from-resources";
import { kindOf, mayBeEvidence, readKind } from "./documents";
import { otherFormat, parseJsonObject } from "./json";
import { complaint, locateEvidence, refusal } from "./locate";
import type { Located } from "./locate";
import { ownerOfFile } from "./owner";
import { evidenceStack } from "./resource";
import { settleEvidence } from "./settle";

export { settleEvidence } from "./settle";

/** Two stacks with their evidence, and a line about each document that was left out. */
export interface EvidencedStacks extends Sides<Stack> {
  readonly remarks: readonly string[];
}

/**
 * Adds the documents that parity.yaml names to both stacks, and the flags that their own resources hold. A kind that only one side has says nothing and is left out
 * with a remark; required evidence that is absent or too old is a ReadError.
 */
export function withEvidence(
  stacks: Sides<Stack>,
  evidence: Sides<readonly EvidenceSource[]>,
  now: Date,
): EvidencedStacks {
  const subject = evidence.subject.map((source) => gather(source, stacks.subject, now));
  const reference = evidence.reference.map((source) => gather(source, stacks.reference, now));
  const both = kindsFound(subject).filter((kind) => kindsFound(reference).includes(kind));
  const settled = settleEvidence({
    subject: joined(withFlags(stacks.subject, now), subject, both),
    reference: joined(withFlags(stacks.reference, now), reference, both),
  });
  return { ...settled, remarks: remarksOn([...subject, ...reference], both) };
}

/**
 * The subject's last state with the documents that it had already: those that are older than it. Of a younger one
 * nobody knows what stood in it before.
 */
export function withLastEvidence(before: Stack, subject: Stack, now: Date): Stack {
  const stack = withFlags(before, now);
  const deployed = Date.parse(before.capturedAt ?? "");
  const had = subject.resources.filter(
    ({ role, modified }) => role === "evidence" && modified !== undefined && Date.parse(modified) <= deployed,
  );
  const known = new Set(stack.resources.map(({ urn }) => urn));
  const added = had.filter(({ urn }) => !known.has(urn));
  return added.length === 0 ? stack : { ...stack, resources: [...stack.resources, ...added] };
}

/** As much of a text as tells what it is. */
const BEGINNING = 4096;

/** True where the first lines already say that this is evidence; false leaves it open. */
export function beginsAsEvidence(text: string): boolean {
  const beginning = text.slice(0, BEGINNING);
  return otherFormat(beginning) !== undefined || mayBeEvidence(beginning);
}

/**
 * A stack that is nothing but this document: a bill of materials, a data profile, a flag export. Undefined where it is
 * something else, such as a state. Throws ReadError.
 */
export function parseEvidence(text: string, file: string, environment?: string): Stack | undefined {
  const foreign = otherFormat(text);
  if (foreign !== undefined) throw new ReadError(foreign, file);
  if (!mayBeEvidence(text)) return undefined;
  const document = parseJsonObject(text, file);
  const kind = kindOf(document);
  if (kind === undefined) return undefined;
  const owner = ownerOfFile(file);
  const context = { owner, environment: environment ?? owner.stack, masked: undefined };
  const { resources, madeAt } = readKind(kind, document, context, file);
  return evidenceStack(owner, file, resources, madeAt);
}

interface Gathered {
  readonly source: EvidenceSource;
  readonly located: Located;
}

function gather(source: EvidenceSource, stack: Stack, now: Date): Gathered {
  const owner = { project: stack.project, stack: stack.name, organization: stack.organization };
  const context = { owner, environment: source.environment, masked: source.masked, now };
  const located = locateEvidence(source, context, now);
  const refused = refusal(source, located);
  if (refused !== undefined) throw refused;
  return { source, located };
}

function kindsFound(gathered: readonly Gathered[]): readonly EvidenceKind[] {
  return gathered.filter(({ located }) => located.state === "found").map(({ source }) => source.kind);
}

/** What a stack has already, as the document that is audited may be the evidence itself, stays as it is. */
function joined(stack: Stack, gathered: readonly Gathered[], kinds: readonly EvidenceKind[]): Stack {
  const known = new Set(stack.resources.map(({ urn }) => urn));
  const found = gathered.filter(({ source }) => kinds.includes(source.kind)).flatMap(resourcesOf);
  const added = found.filter(({ urn }) => !known.has(urn));
  return added.length === 0 ? stack : { ...stack, resources: [...stack.resources, ...added] };
}

/** Each as old as its document. */
function resourcesOf({ located }: Gathered): readonly Resource[] {
  if (located.state !== "found") return [];
  const modified = located.madeAt.toISOString();
  return located.document.resources.map((resource) => ({ ...resource, modified }));
}

function remarksOn(gathered: readonly Gathered[], both: readonly EvidenceKind[]): readonly string[] {
  return gathered.flatMap(({ source, located }) => {
    if (located.state !== "found") return [complaint(source, located)];
    const oneSided = !both.includes(source.kind);
    return oneSided
      ? [`the ${source.kind} evidence of ${source.environment} has no counterpart; it is not compared`]
      : [];
  });
}
