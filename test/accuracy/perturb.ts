import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import type { Random } from "./random";

/** A stack in which resources go by other names, and what each URN became. */
export interface Perturbed {
  readonly stack: Stack;
  readonly counterparts: ReadonlyMap<string, string>;
}

const WORDS = ["primary", "edge", "core", "main", "legacy", "blue", "next", "v2"];

/** One resource in `every` gets another name: a word more, or one less. */
export function rename(stack: Stack, random: Random, every: number): Perturbed {
  return renamed(stack, (resource) => {
    if (random.below(every) !== 0) return resource.name;
    const words = resource.name.split("-");
    if (words.length > 2 && random.below(2) === 0) return words.toSpliced(random.below(words.length), 1).join("-");
    return `${resource.name}-${random.pick(WORDS) ?? ""}`;
  });
}

const OTHER_WORDS = ["amber", "birch", "cobalt", "ember", "fjord", "harbor", "juniper", "lagoon", "maple", "quartz"];

/** One resource in `every` gets a name that has nothing in common with its own. */
export function renameAnew(stack: Stack, random: Random, every: number): Perturbed {
  let count = 0;
  return renamed(stack, ({ name }) => {
    count += 1;
    return random.below(every) === 0
      ? `${random.pick(OTHER_WORDS) ?? ""}-${random.pick(OTHER_WORDS) ?? ""}${count}`
      : name;
  });
}

/** Indexed names count from one higher: `subnet-0`, `subnet-1` become `subnet-1`, `subnet-2`. */
export function reindex(stack: Stack): Perturbed {
  return renamed(stack, ({ name }) => name.replace(/-(\d{1,2})$/, (_, index: string) => `-${Number(index) + 1}`));
}

/** One resource in `every` that stands under the stack moves into a component of its own. */
export function reparent(stack: Stack, random: Random, every: number): Perturbed {
  const counterparts = new Map<string, string>();
  const root = stack.resources.find(({ role }) => role === "stack");
  const component: Resource | undefined = root && {
    ...root,
    urn: root.urn.replace(/pulumi:pulumi:Stack::.*$/, "acme:index:Platform::platform"),
    type: "acme:index:Platform",
    name: "platform",
    role: "component",
    parent: root.urn,
    inputs: {},
    outputs: {},
  };
  const moved = stack.resources.map((resource) => {
    const moves =
      component !== undefined &&
      resource.role === "custom" &&
      resource.parent === root?.urn &&
      random.below(every) === 0;
    const urn = moves
      ? resource.urn.replace(`::${resource.type}::`, `::acme:index:Platform$${resource.type}::`)
      : resource.urn;
    counterparts.set(resource.urn, urn);
    return moves ? { ...resource, urn, parent: component.urn } : resource;
  });
  return {
    stack: relinked({ ...stack, resources: component ? [...moved, component] : moved }, counterparts),
    counterparts,
  };
}

function renamed(stack: Stack, nameOf: (resource: Resource) => string): Perturbed {
  const counterparts = new Map<string, string>();
  const resources = stack.resources.map((resource) => {
    const name = resource.role === "custom" || resource.role === "component" ? nameOf(resource) : resource.name;
    const urn = resource.urn.slice(0, resource.urn.length - resource.name.length) + name;
    counterparts.set(resource.urn, urn);
    return { ...resource, urn, name };
  });
  return { stack: relinked({ ...stack, resources }, counterparts), counterparts };
}

function relinked(stack: Stack, counterparts: ReadonlyMap<string, string>): Stack {
  const now = (urn: string): string => counterparts.get(urn) ?? urn;
  const resources = stack.resources.map((resource) => ({
    ...resource,
    parent: resource.parent === undefined ? undefined : now(resource.parent),
    provider: resource.provider === undefined ? undefined : now(resource.provider),
    dependencies: resource.dependencies.map(now),
    propertyDependencies: new Map(
      [...resource.propertyDependencies].map(([key, urns]) => [key, urns.map(now)] as const),
    ),
  }));
  return { ...stack, resources };
}
