import { glob, type Matcher } from "../config/globs";
import type { Selector } from "../config/entries";
import type { Catalogue } from "../model/catalogue";
import type { Comparison, Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import { ownerOf } from "./owner";
import { propertyPattern } from "./property-pattern";

/** Of a divergence, what selectors ask for and it does not say itself. */
export interface SelectorContext {
  readonly environment: string;
  readonly project: string;
  readonly catalogue: Catalogue;
  /** Components that a resource stands under, the nearest first. */
  readonly ancestors: (resource: Resource) => readonly Resource[];
}

export type Select = (divergence: Divergence) => boolean;

/** `{env}` is written in rules and in symbolised names; to a glob it must be plain text. */
const ENVIRONMENT = "\uE000";
const plain = (text: string) => text.replaceAll("{env}", ENVIRONMENT);

/** A selector, compiled: every field that is given must fit. */
export function compileSelector(selector: Selector, context: SelectorContext): Select {
  const { project, environment, on, property, policy, class: classes, change, component, tag } = selector;
  const fixed = fits(project, context.project) && fits(environment, context.environment);
  if (!fixed) return () => false;
  const tests: Select[] = [];
  if (change !== undefined) tests.push(({ kind }) => change.includes(kind));
  if (policy !== undefined) tests.push(anyOf(policy.map(glob), (divergence) => [ownerOf(divergence)]));
  if (classes !== undefined) tests.push(({ facts }) => classes.includes(facts.valueClass));
  if (on !== undefined) tests.push(onSelector(on, context.catalogue));
  if (property !== undefined) tests.push(propertySelector(property));
  if (component !== undefined) tests.push(componentSelector(component, context));
  if (tag !== undefined) tests.push(tagSelector(tag));
  return (divergence) => tests.every((test) => test(divergence));
}

function fits(patterns: readonly string[] | undefined, name: string): boolean {
  return patterns === undefined || patterns.some((pattern) => glob(pattern)(name));
}

function anyOf(matchers: readonly Matcher[], texts: (divergence: Divergence) => readonly string[]): Select {
  return (divergence) => texts(divergence).some((text) => matchers.some((matches) => matches(text)));
}

/** The type alone, or with the name: as it is on either side, and symbolised. */
function onSelector(patterns: readonly string[], catalogue: Catalogue): Select {
  const named = patterns.filter((pattern) => pattern.includes("::")).map((pattern) => glob(plain(pattern)));
  const typed = patterns.filter((pattern) => !pattern.includes("::")).map(glob);
  return (divergence) => {
    const types = typesOf(divergence, catalogue);
    if (types.some((type) => typed.some((matches) => matches(type)))) return true;
    if (named.length === 0) return false;
    const names = namesOf(divergence);
    return types.some((type) => names.some((name) => named.some((matches) => matches(`${type}::${name}`))));
  };
}

function typesOf({ type, subject, reference }: Divergence, catalogue: Catalogue): readonly string[] {
  const types = new Set([type, subject?.type ?? type, reference?.type ?? type]);
  return [...new Set([...types, ...[...types].map((one) => catalogue.type(one).canonical)])];
}

function namesOf({ symbolicName, subject, reference }: Divergence): readonly string[] {
  return [plain(symbolicName), subject?.name ?? "", reference?.name ?? ""].filter((name) => name !== "");
}

function propertySelector(patterns: readonly string[]): Select {
  const matchers = patterns.map(propertyPattern);
  return ({ key }) => key !== undefined && matchers.some((matches) => matches(key));
}

function componentSelector(patterns: readonly string[], { ancestors }: SelectorContext): Select {
  const matchers = patterns.map(glob);
  return ({ subject, reference }) =>
    [subject, reference]
      .flatMap((resource) => (resource === undefined ? [] : ancestors(resource)))
      .some(({ type, name }) =>
        [type, name, `${type}::${name}`].some((text) => matchers.some((matches) => matches(text))),
      );
}

function tagSelector(tag: Readonly<Record<string, string>>): Select {
  const wanted = Object.entries(tag).map(([key, pattern]) => [key, glob(pattern)] as const);
  return ({ subject, reference }) =>
    [subject, reference].some(
      (resource) =>
        resource !== undefined &&
        wanted.every(([key, matches]) => Object.hasOwn(resource.tags, key) && matches(resource.tags[key] ?? "")),
    );
}

/** Parents of every resource of both stacks; a circle of parents ends where it closes. */
export function ancestorsIn({ subject, reference }: Comparison): SelectorContext["ancestors"] {
  let byUrn: ReadonlyMap<string, Resource> | undefined;
  return (resource) => {
    byUrn ??= new Map([...reference.resources, ...subject.resources].map((one) => [one.urn, one]));
    const found: Resource[] = [];
    let parent = resource.parent === undefined ? undefined : byUrn.get(resource.parent);
    while (parent !== undefined && !found.includes(parent)) {
      found.push(parent);
      parent = parent.parent === undefined ? undefined : byUrn.get(parent.parent);
    }
    return found;
  };
}
