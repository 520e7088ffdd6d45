import type { Resource } from "../model/resource";
import { isDistinctive } from "./distinctive";
import { eachText } from "./leaves";

/** A resource that a text belongs to, and the output in which it stands. */
export interface Owner {
  /** Index in the stack's resources. */
  readonly resource: number;
  readonly output: string;
}

/** How surely a resource is where a text comes from; the lower the surer. */
enum Origin {
  Id,
  Computed,
  OwnName,
  /** A part of an identifier, as programs cut it out: `app/orders/50dc6c495c0c9188` of a load balancer's ARN. */
  Part,
  Component,
}

interface Candidate extends Owner {
  readonly origin: Origin;
}

/** A text that more resources compute than this identifies none of them. */
const MOST_OWNERS = 24;

/** Every distinctive text that some resource of the stack is the source of. */
export function collectOwners(resources: readonly Resource[]): ReadonlyMap<string, readonly Owner[]> {
  const candidates = new Map<string, Candidate[]>();
  resources.forEach((resource, index) => {
    for (const [text, candidate] of candidatesOf(resource, index)) {
      const list = candidates.get(text);
      if (list === undefined) candidates.set(text, [candidate]);
      else if (list.length <= MOST_OWNERS * 8) list.push(candidate);
    }
  });
  const owners = new Map<string, readonly Owner[]>();
  for (const [text, list] of candidates) {
    const surest = surestOf(list, resources);
    if (surest.length <= MOST_OWNERS) owners.set(text, surest);
  }
  return owners;
}

function candidatesOf(resource: Resource, index: number): ReadonlyMap<string, Candidate> {
  const found = new Map<string, Candidate>();
  if (resource.role === "stack" || resource.role === "evidence" || resource.role === "provider") return found;
  const given = new Set<string>();
  eachText(resource.inputs, (text) => given.add(text));
  const add = (text: string, output: string, origin: Origin | undefined): void => {
    if (origin !== undefined && !found.has(text) && isDistinctive(text))
      found.set(text, { resource: index, output, origin });
  };
  if (resource.id !== undefined) add(resource.id, "id", Origin.Id);
  eachText(resource.outputs, (text, output) => add(text, output, originOf(resource, text, output, given.has(text))));
  for (const [text, { output, origin }] of [...found])
    if (origin === Origin.Id || origin === Origin.Computed)
      for (const [at, part] of partsOfArn(text).entries()) add(part, `${output}#${at}`, partOrigin(resource));
  return found;
}

function partOrigin({ role }: Resource): Origin {
  return role === "component" ? Origin.Component : Origin.Part;
}

function originOf(resource: Resource, text: string, output: string, given: boolean): Origin | undefined {
  if (resource.role === "component") return Origin.Component;
  if (!given) return Origin.Computed;
  return output === "name" || text.startsWith(resource.name) ? Origin.OwnName : undefined;
}

/** What follows each `/` and `:` of an ARN's own part. */
function partsOfArn(text: string): readonly string[] {
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
  const surest = Math.min(...remaining.map((candidate) => candidate.origin));
  return remaining.filter((candidate) => candidate.origin === surest);
}
