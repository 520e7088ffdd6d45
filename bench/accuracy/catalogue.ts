import { createCatalogue } from "../../catalogue";
import { listProperty } from "../../catalogue/listing";
import { POLICY_NAMES } from "../../core/vocabulary";
import type { Label } from "../../test/catalogue/labels";
import { readLabels } from "../../test/catalogue/labels";

/** How often the catalogue agrees with the hand-written labels of one policy. Shares are 0 to 1. */
export interface CatalogueRow {
  readonly policy: string;
  readonly labels: number;
  readonly policyAccuracy: number;
  readonly kindAccuracy: number;
  readonly noiseAccuracy: number;
}

/** A label that the catalogue sees otherwise. */
export interface Miss {
  readonly label: Label;
  readonly said: string;
  readonly rule: string;
}

const catalogue = createCatalogue();

function agreement(label: Label): {
  policy: boolean | undefined;
  kind: boolean | undefined;
  noise: boolean;
  said: string;
  rule: string;
} {
  const facts = listProperty(catalogue, label.type, label.path);
  return {
    policy: label.policies.length === 0 ? undefined : label.policies.includes(facts.policy),
    kind: label.kind === undefined ? undefined : facts.kind === label.kind,
    noise: facts.noise === label.noise,
    said: `${facts.policy} ${facts.kind}${facts.noise ? " noise" : ""}`,
    rule: facts.rule,
  };
}

function share(parts: readonly (boolean | undefined)[]): number {
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? 1 : told.filter(Boolean).length / told.length;
}

/** One row for each policy that labels name, and one for all. */
export function catalogueAccuracy(labels: readonly Label[] = readLabels()): readonly CatalogueRow[] {
  const groups = [...POLICY_NAMES, "all"].map((policy) => ({
    policy,
    found: labels.filter((label) => policy === "all" || label.policies[0] === policy).map(agreement),
  }));
  return groups
    .filter(({ found }) => found.length > 0)
    .map(({ policy, found }) => ({
      policy,
      labels: found.length,
      policyAccuracy: share(found.map((each) => each.policy)),
      kindAccuracy: share(found.map((each) => each.kind)),
      noiseAccuracy: share(found.map((each) => each.noise)),
    }));
}

/** The labels on which policy or noise are seen otherwise, for whoever mends rules. */
export function catalogueMisses(labels: readonly Label[] = readLabels()): readonly Miss[] {
  return labels.flatMap((label) => {
    const { policy, noise, said, rule } = agreement(label);
    return policy !== false && noise ? [] : [{ label, said, rule }];
  });
}
