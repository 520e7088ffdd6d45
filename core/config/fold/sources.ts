import { days } from "../durations";
import type { ExemptStack, ReferenceTemplate, Scoped } from "../entries";
import type { Layer } from "../layer";
import { list } from "../selection";
import { EVIDENCE_KINDS, type EvidenceTemplate } from "../types";

/** Sources of the reference: those of the innermost file that names any. */
export function foldReference(layers: readonly Layer[]): readonly Scoped<ReferenceTemplate>[] {
  const layer = layers.findLast(({ document }) => document.reference !== undefined);
  return (layer?.document.reference ?? []).map((entry, at) => ({
    ...template(entry, layer),
    project: entry.project === undefined ? undefined : list(entry.project),
    place: layer?.place(["reference", at]) ?? "",
  }));
}

type SourceEntry = NonNullable<Layer["document"]["reference"]>[number];

function template({ plan, snapshot, stack, backend }: SourceEntry, layer: Layer | undefined): ReferenceTemplate {
  const absolute = (path: string) => layer?.absolute(path) ?? path;
  if (plan !== undefined) return { kind: "plan", path: absolute(plan) };
  if (snapshot !== undefined) return { kind: "snapshot", path: absolute(snapshot) };
  return { kind: "stack", name: stack ?? "", backend };
}

/** Evidence: a file that names a kind replaces what it extends for that kind. */
export function foldEvidence(layers: readonly Layer[]): readonly Scoped<EvidenceTemplate>[] {
  return EVIDENCE_KINDS.flatMap((kind) => {
    const layer = layers.findLast(({ document }) => document.evidence?.[kind] !== undefined);
    const entries = layer?.document.evidence?.[kind];
    if (layer === undefined || entries === undefined) return [];
    return list<EvidenceEntry>(entries).map((entry) => evidenceTemplate(kind, entry, layer));
  });
}

type EvidenceEntry = Exclude<NonNullable<NonNullable<Layer["document"]["evidence"]>["sbom"]>, readonly unknown[]>;

function evidenceTemplate(
  kind: EvidenceTemplate["kind"],
  entry: EvidenceEntry,
  layer: Layer,
): Scoped<EvidenceTemplate> {
  const { path, required, maxAge, masked, project } = typeof entry === "string" ? { path: entry } : { ...entry };
  return {
    kind,
    path: layer.absolute(path),
    required: required ?? false,
    maxAgeDays: maxAge === undefined ? undefined : days(maxAge),
    masked: masked === undefined ? [] : list(masked),
    project: project === undefined ? undefined : list(project),
    place: layer.place(["evidence", kind]),
  };
}

export function foldExempt(layers: readonly Layer[]): readonly ExemptStack[] {
  return layers.flatMap(({ document, place }) =>
    (document.exempt ?? []).map(({ stack, stacks, reason }, at) => ({
      stacks: list(stacks ?? stack ?? []),
      reason,
      place: place(["exempt", at]),
    })),
  );
}
