import { compare } from "../../core/compare/compare";
import type { Catalogue } from "../../core/model/catalogue";
import type { Comparison, Divergence, Sides } from "../../core/model/comparison";
import { formatPath } from "../../core/model/path";
import type { Stack } from "../../core/model/stack";
import { withoutIds } from "../../core/symbolise/opaque";
import { parseState } from "../../sources/state";
import { bareOptions } from "../bare-options";
import type { Injected } from "./inject";
import type { RunnableWorld } from "./worlds/world";

/** The comparison without anything that parity.yaml could say. */
export function compareBare(
  subject: Stack,
  reference: Stack,
  catalogue: Catalogue,
  environments = { subject: subject.name, reference: reference.name },
): Comparison {
  return compare(subject, reference, bareOptions(catalogue, environments));
}

/** Both stacks of a world, run, exported and read. */
export function stacksOf({ subject, reference }: RunnableWorld): Sides<Stack> {
  const read = (exported: object) => parseState(JSON.stringify(exported), "a world's export");
  return { subject: read(subject()), reference: read(reference()) };
}

export function compareWorld(world: RunnableWorld, catalogue: Catalogue): Comparison {
  const { subject, reference } = stacksOf(world);
  return compareBare(subject, reference, catalogue, world.environments);
}

/** The same while these of the subject's resources are not deployed yet. */
export function previewOf(world: RunnableWorld, isOpen: (urn: string) => boolean): Sides<Stack> {
  const preview = parseState(JSON.stringify(world.preview(isOpen)), "a world's preview");
  return { subject: { ...preview, phase: "preview" }, reference: stacksOf(world).reference };
}

/** Before anything of the subject is deployed. */
export function firstPreviewOf(world: RunnableWorld): Sides<Stack> {
  return previewOf(world, () => true);
}

/** What is no consequence of something else. */
export function roots({ divergences }: Comparison): readonly Divergence[] {
  return divergences.filter(({ causedBy, undetermined }) => causedBy === undefined && undetermined === undefined);
}

/** What was said at which place: what an element lies under may be called otherwise once one beside it has changed. */
export function placeOf({ kind, subject, reference, path = [] }: Divergence): string {
  return `${kind} ${subject?.urn ?? ""} ${reference?.urn ?? ""} ${formatPath(path)}`;
}

export interface Outcome {
  readonly found: boolean;
  readonly falseAlarms: readonly Divergence[];
}

/** Whether the injected change was found at its place, and what else was said. `counterparts`: URN → the other side's. */
export function judgeInjected(
  { expected }: Injected,
  comparison: Comparison,
  counterparts: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): Outcome {
  const isExpected = (divergence: Divergence): boolean => {
    const { kind, path, subject, reference } = divergence;
    if (!expected.kinds.includes(kind)) return false;
    if (expected.property === undefined) {
      const urns = [subject?.urn, reference?.urn];
      return (
        path === undefined &&
        (urns.includes(expected.urn) || urns.includes(counterparts.get(expected.urn)) || kind === "changed")
      );
    }
    const [said, meant] = [path === undefined ? "" : formatPath(path), expected.property].map(unlisted);
    return subject?.urn === expected.urn && (related(said ?? "", meant ?? "") || related(meant ?? "", said ?? ""));
  };
  const left = roots(comparison).filter((one) => !known.has(one.id) && !known.has(placeOf(one)));
  const found = comparison.divergences.some(isExpected);
  return { found, falseAlarms: left.filter((divergence) => !isExpected(divergence)) };
}

/** Without identifiers, and with a list of one and what a document writes instead spelt alike. */
function unlisted(property: string): string {
  return withoutIds(property).replaceAll("[0]", "");
}

/** One property holds the other. Which of several elements that look alike is gone cannot be told: the list is enough. */
function related(given: string, inner: string): boolean {
  const outer = given.replace(/\[\d+\]$/, "");
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
