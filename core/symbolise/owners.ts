import type { Resource } from "../model/resource";
import { isAssigned, isDistinctive } from "./distinctive";
import { eachText, type Steps } from "./leaves";

/** A resource that a text belongs to, and the output in which it stands. */
export interface Owner {
  /** Index in the stack's resources. */
  readonly resource: number;
  readonly output: string;
}

/** How surely a resource is where a text comes from; the lower the surer. */
const SURENESS = {
  id: 0,
  computed: 1,
  ownName: 2,
  /** A part of an identifier, as programs cut it out: `app/orders/50dc6c495c0c9188` of a load balancer's ARN. */
  part: 3,
  component: 4,
} as const;

interface Candidate extends Owner {
  readonly sureness: number;
}

/** By text; those of one resource stand next to each other. */
type Candidates = Map<string, Candidate[]>;

/** A text that more resources compute than this identifies none of them. */
const MOST_OWNERS = 24;

/** Every distinctive text that some resource of the stack is the source of. */
export function collectOwners(resources: readonly Resource[]): ReadonlyMap<string, readonly Owner[]> {
  const candidates: Candidates = new Map();
  const given = givenProperties(resources);
  resources.forEach((resource, index) => {
    if (resource.role !== "stack" && resource.role !== "evidence" && resource.role !== "provider")
      addCandidates(candidates, resource, index, given.get(resource.type) ?? NONE);
  });
  const owners = new Map<string, readonly Owner[]>();
  for (const [text, list] of candidates) {
    const surest = surestOf(list, resources);
    if (surest.length <= MOST_OWNERS) owners.set(text, surest);
  }
  return owners;
}

const NONE: ReadonlySet<string> = new Set();

/** By type, the properties that some program gives: as outputs they only say again what was said. */
function givenProperties(resources: readonly Resource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map<string, Set<string>>();
  for (const { type, inputs } of resources) {
    const properties = given.get(type) ?? new Set<string>();
    for (const property of Object.keys(inputs)) properties.add(property);
    given.set(type, properties);
  }
  return given;
}

/** What one resource is the source of: of what it repeats only its own name. Parts of its ARNs come after all of them. */
function addCandidates(
  candidates: Candidates,
  resource: Resource,
  index: number,
  givenOfType: ReadonlySet<string>,
): void {
  const arns = new Map<string, string>();
  const add = (text: string, output: string, sureness: number): void => {
    if (!addCandidate(candidates, text, { resource: index, output, sureness })) return;
    if (sureness <= SURENESS.computed && text.startsWith("arn:")) arns.set(text, output);
  };
  if (resource.id !== undefined && isDistinctive(resource.id)) add(resource.id, "id", SURENESS.id);
  const surenessOf = surenessIn(resource, givenOfType);
  eachText(resource.outputs, (text, steps) => {
    const sureness = surenessOf(text, steps);
    if (sureness !== undefined && isDistinctive(text)) add(text, steps.join("."), sureness);
  });
  const surenessOfPart = resource.role === "component" ? SURENESS.component : SURENESS.part;
  for (const [text, output] of arns)
    for (const [at, part] of partsOfArn(text).entries())
      if (isDistinctive(part)) add(part, `${output}#${at}`, surenessOfPart);
}

/** Whether this was added: a resource is a candidate once, by where its text stands first. */
function addCandidate(candidates: Candidates, text: string, candidate: Candidate): boolean {
  const list = candidates.get(text);
  if (list === undefined) candidates.set(text, [candidate]);
  else if (list.at(-1)?.resource === candidate.resource) return false;
  else if (list.length <= MOST_OWNERS * 8) list.push(candidate);
  return true;
}

/** How surely each output of a resource is its own; undefined for what only says again what some program gives. */
function surenessIn(
  { role, name, inputs }: Resource,
  givenOfType: ReadonlySet<string>,
): (text: string, steps: Steps) => number | undefined {
  let given: ReadonlySet<string> | undefined;
  const isGiven = (text: string): boolean => (given ??= textsIn(inputs)).has(text);
  return (text, steps) => {
    if (role === "component") return SURENESS.component;
    const isOfGiven = givenOfType.has(steps[0] ?? "") && !(steps.length > 1 && isAssigned(text));
    if (!isOfGiven && !isGiven(text)) return SURENESS.computed;
    const isOwnName = (steps.length === 1 && steps[0] === "name") || isNamedAfter(text, name);
    return isOwnName ? SURENESS.ownName : undefined;
  };
}

/** `orders-3f8a1c2` of `orders`; the image `grafana/grafana:11.2.0` of `grafana` is none of its names, nor is a version. */
function isNamedAfter(text: string, name: string): boolean {
  return text.startsWith(name) && !/[/:@\s]|\d\.\d/.test(text.slice(name.length));
}

function textsIn(inputs: Resource["inputs"]): ReadonlySet<string> {
  const texts = new Set<string>();
  eachText(inputs, (text) => texts.add(text));
  return texts;
}

/** What follows each `/` and `:` of an ARN's own part. */
export function partsOfArn(text: string): readonly string[] {
  const own = /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/.exec(text)?.[1];
  if (own === undefined) return [];
  return [own, ...[...own.matchAll(/[/:]/g)].map(({ index }) => own.slice(index + 1))];
}

/** A resource that depends on another candidate only repeats what it got from it. */
function surestOf(candidates: readonly Candidate[], resources: readonly Resource[]): readonly Owner[] {
  if (candidates.length === 1) return candidates;
  const urns = new Set(candidates.map((candidate) => resources[candidate.resource]?.urn));
  const repeats = ({ resource }: Candidate): boolean => {
    const { urn, dependencies } = resources[resource] ?? { urn: "", dependencies: [] };
    return dependencies.some((dependency) => dependency !== urn && urns.has(dependency));
  };
  const sources = candidates.filter((candidate) => !repeats(candidate));
  const remaining = sources.length > 0 ? sources : candidates;
  const surest = Math.min(...remaining.map((candidate) => candidate.sureness));
  return remaining.filter((candidate) => candidate.sureness === surest);
}
