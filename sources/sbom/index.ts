import { ReadError } from "../../core/errors";
import type { Resource } from "../../core/model/resource";
import type { EvidenceOwner } from "../evidence/resource";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import type { RawMap } from "../state/shape";
import { gatherComponents } from "./component";
import type { Component } from "./component";
import { isCycloneDx, readCycloneDx } from "./cyclonedx";
import type { BillOfMaterials } from "./cyclonedx";
import { isSpdx, readSpdx } from "./spdx";
import { versionProperties } from "./versions";

export interface SbomEvidence {
  readonly resources: readonly Resource[];
  readonly madeAt: string | undefined;
}

/** True for a CycloneDX or SPDX document of any version, known or not. */
export function isSbom(document: RawMap): boolean {
  return isCycloneDx(document) || isSpdx(document);
}

/** One resource a component, named by its purl without version. Throws ReadError. */
export function readSbom(document: RawMap, owner: EvidenceOwner, source: string): SbomEvidence {
  const bill = isCycloneDx(document) ? readCycloneDx(document, source) : readSpdx(document, source);
  refuseNameless(bill, source);
  const components = gatherComponents(bill.components);
  return { resources: components.map((component) => componentResource(component, owner)), madeAt: bill.madeAt };
}

/** Names alone do not tell one ecosystem's package from another's, nor would they align with a proper bill. */
function refuseNameless({ components }: BillOfMaterials, source: string): void {
  if (components.length === 0 || components.some(({ purl }) => purl !== undefined)) return;
  throw new ReadError(
    `none of its ${String(components.length)} components has a purl; let the generator write package URLs (syft, trivy and cyclonedx-npm do)`,
    source,
  );
}

function componentResource(component: Component, owner: EvidenceOwner): Resource {
  const inputs = versionProperties(component.versions);
  const resource = evidenceResource(owner, EVIDENCE_TYPES.component, component.name, inputs);
  return { ...resource, tags: { ecosystem: component.ecosystem } };
}
