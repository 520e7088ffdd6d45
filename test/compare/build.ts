import { createCatalogue } from "../../catalogue";
import { compare } from "../../core/compare/compare";
import type { CompareOptions } from "../../core/compare/options";
import type { Comparison, Divergence } from "../../core/model/comparison";
import { formatPath } from "../../core/model/path";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import type { ValueMap } from "../../core/model/value";
import { bareOptions } from "../bare-options";

const catalogue = createCatalogue();

export function resource(
  stack: string,
  type: string,
  name: string,
  inputs: ValueMap,
  more: Partial<Resource> = {},
): Resource {
  return {
    urn: `urn:pulumi:${stack}::shop::${type}::${name}`,
    type,
    name,
    role: "custom",
    id: undefined,
    parent: undefined,
    provider: undefined,
    inputs,
    outputs: inputs,
    dependencies: [],
    propertyDependencies: new Map(),
    aliases: [],
    protect: false,
    sourcePosition: undefined,
    created: undefined,
    modified: undefined,
    untargeted: false,
    tags: {},
    ...more,
  };
}

export function stack(name: string, resources: readonly Resource[], more: Partial<Stack> = {}): Stack {
  return {
    project: "shop",
    name,
    organization: undefined,
    phase: "state",
    resources,
    capturedAt: undefined,
    source: "test",
    program: {},
    ...more,
  };
}

export function options(more: Partial<CompareOptions> = {}): CompareOptions {
  return { ...bareOptions(catalogue, { subject: "staging", reference: "production" }), ...more };
}

export function compareStacks(subject: Stack, reference: Stack, more: Partial<CompareOptions> = {}): Comparison {
  return compare(subject, reference, options(more));
}

/** One line for each difference: `changed visibilityTimeoutSeconds`, `missing orders`. */
export function say(divergences: readonly Divergence[]): readonly string[] {
  return divergences
    .map(
      ({ kind, path, subject, reference }) =>
        `${kind} ${path === undefined ? ((subject ?? reference)?.name ?? "") : formatPath(path)}`,
    )
    .sort();
}

/** What is said of one resource of the same kind and name on both sides, whose inputs are these. */
export function sayInputs(subject: ValueMap, reference: ValueMap, type = "acme:index/thing:Thing"): readonly string[] {
  const { divergences } = compareStacks(
    stack("staging", [resource("staging", type, "thing", subject)]),
    stack("production", [resource("production", type, "thing", reference)]),
  );
  return say(divergences);
}
