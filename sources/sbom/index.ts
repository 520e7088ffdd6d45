import { ReadError } from "../../core/errors";
import type { Resource } from "../../core/model/resource";
import type { EvidenceOwner } from "../evidence/resource";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import { isRawMap, member } from "../state/shape";
import type { RawMap } from "../state/shape";
import { gatherComponents } from "./component";
import type { Component } from "./component";
import { valueMap } from "../evidence/value-map";
import { isCycloneDx, readCycloneDx } from "./cyclonedx";
import type { BillOfMaterials } from "./cyclonedx";
import { isSpdx, readSpdx } from "./spdx";
import { joinVersions, sortedVersions } from "./versions";

export interface SbomEvidence {
  readonly resources: readonly Resource[];
  readonly madeAt: string | undefined;
}

/** True for a CycloneDX or SPDX document of any version, known or not, also in one of its wrappings. */
export function isSbom(document: RawMap): boolean {
  const bill = unwrapped(document);
  return isCycloneDx(bill) || isSpdx(bill);
}

/** One resource a component, named by its purl without version. Throws ReadError. */
export function readSbom(document: RawMap, owner: EvidenceOwner, source: string): SbomEvidence {
  const whole = unwrapped(document);
  const bill = isCycloneDx(whole) ? readCycloneDx(whole, source) : readSpdx(whole, source);
  refuseNameless(bill, source);
  const components = gatherComponents(bill.components);
  return { resources: components.map((component) => componentResource(component, owner)), madeAt: bill.madeAt };
}

/** Where GitHub's export, in-toto attestations and BuildKit put the bill itself. */
const WRAPPINGS = ["sbom", "predicate", "SPDX"];

function unwrapped(document: RawMap): RawMap {
  const inner = WRAPPINGS.map((key) => member(document, key)).find(isRawMap);
  return inner === undefined ? document : unwrapped(inner);
}

/** Names alone do not tell one ecosystem's package from another's, nor would they align with a proper bill. */
function refuseNameless({ components }: BillOfMaterials, source: string): void {
  if (components.length === 0 || components.some(({ purl }) => purl !== undefined)) return;
  throw new ReadError(
    `none of its ${String(components.length)} components has a purl; let the generator write package URLs (syft, trivy and cyclonedx-npm do)`,
    source,
  );
}

function componentResource({ name, ecosystem, versions, classifiers }: Component, owner: EvidenceOwner): Resource {
  const version = joinVersions(sortedVersions(versions));
  const inputs = valueMap([
    ...(version === undefined ? [] : [["version", version] as const]),
    ...(classifiers.length === 0 ? [] : [["classifiers", classifiers] as const]),
  ]);
  return { ...evidenceResource(owner, EVIDENCE_TYPES.component, name, inputs), tags: { ecosystem } };
}
