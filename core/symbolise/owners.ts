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
  if (resource.id !== undefined && isDistinctive(resource.id))
    found.set(resource.id, { resource: index, output: "id", origin: Origin.Id });
  eachText(resource.outputs, (text, output) => {
    if (found.has(text) || !isDistinctive(text)) return;
    const origin = originOf(resource, text, given.has(text));
    if (origin !== undefined) found.set(text, { resource: index, output, origin });
  });
  return found;
}

function originOf(resource: Resource, text: string, given: boolean): Origin | undefined {
  if (resource.role === "component") return Origin.Component;
  if (!given) return Origin.Computed;
  return text.startsWith(resource.name) ? Origin.OwnName : undefined;
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
