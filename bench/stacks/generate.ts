import { serviceCell } from "./cell";
import type { Export, ExportedResource, Site } from "./exported";
import { identitiesOf } from "./identities";

/** Resources in one service cell. */
export const CELL = 20;

/** A state of about `resources` resources, and what was changed in it on purpose. */
export function generateExport(environment: string, resources: number, changes: readonly Change[] = []): Export {
  const root = `urn:pulumi:${environment}::bench::pulumi:pulumi:Stack::bench-${environment}`;
  const providerUrn = `urn:pulumi:${environment}::bench::pulumi:providers:aws::default_7_48_0`;
  const site: Site = {
    environment,
    identities: identitiesOf(environment),
    root,
    provider: `${providerUrn}::${identitiesOf(environment).hex("provider", 32)}`,
  };
  const cells = Array.from({ length: Math.ceil(resources / CELL) }, (_, index) => serviceCell(site, index)).flat();
  const stack = { urn: root, custom: false, type: "pulumi:pulumi:Stack", inputs: {}, outputs: {} };
  const provider = {
    urn: providerUrn,
    custom: true,
    type: "pulumi:providers:aws",
    id: site.identities.hex("provider", 32),
  };
  const all: ExportedResource[] = [stack, { ...provider, inputs: { region: "eu-central-1" }, outputs: {} }, ...cells];
  return {
    version: 3,
    deployment: { manifest: { time: "2026-01-15T12:00:00Z" }, resources: applyChanges(all, changes) },
  };
}

/** Sets one top-level input of the resource of that type in every `every`-th cell. */
export interface Change {
  readonly type: string;
  readonly property: string;
  readonly value: unknown;
  readonly every: number;
}

/** How many divergences those changes make in a state of that size. */
export function expectedDivergences(resources: number, changes: readonly Change[]): number {
  const cells = Math.ceil(resources / CELL);
  return changes.reduce((sum, change) => sum + Math.ceil(cells / change.every), 0);
}

function applyChanges(resources: readonly ExportedResource[], changes: readonly Change[]): readonly ExportedResource[] {
  const seen = new Map<Change, number>();
  return resources.map((resource) => changes.reduce((current, change) => applyChange(current, change, seen), resource));
}

function applyChange(resource: ExportedResource, change: Change, seen: Map<Change, number>): ExportedResource {
  if (resource.type !== change.type) return resource;
  const at = seen.get(change) ?? 0;
  seen.set(change, at + 1);
  if (at % change.every !== 0) return resource;
  return { ...resource, inputs: { ...resource.inputs, [change.property]: change.value } };
}
