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

/** A text that more resources compute than this identifies none of them. */
const MOST_OWNERS = 24;

/** Every distinctive text that some resource of the stack is the source of. */
export function collectOwners(resources: readonly Resource[]): ReadonlyMap<string, readonly Owner[]> {
  const candidates = new Map<string, Candidate[]>();
  const given = givenProperties(resources);
  resources.forEach((resource, index) => {
    for (const [text, candidate] of candidatesOf(resource, index, given.get(resource.type) ?? NONE)) {
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

function candidatesOf(
  resource: Resource,
  index: number,
  givenOfType: ReadonlySet<string>,
): ReadonlyMap<string, Candidate> {
  const found = new Map<string, Candidate>();
  if (resource.role === "stack" || resource.role === "evidence" || resource.role === "provider") return found;
  const given = new Set<string>();
  eachText(resource.inputs, (text) => given.add(text));
  const isGiven = (text: string, output: string) => given.has(text) || givenOfType.has(output.split(".", 1)[0] ?? "");
  const add = (text: string, output: string, sureness: number | undefined): void => {
    if (sureness !== undefined && !found.has(text) && isDistinctive(text))
      found.set(text, { resource: index, output, sureness });
  };
  if (resource.id !== undefined) add(resource.id, "id", SURENESS.id);
  eachText(resource.outputs, (text, output) =>
    add(text, output, surenessOf(resource, text, output, isGiven(text, output))),
  );
  for (const [text, { output, sureness }] of [...found])
    if (sureness === SURENESS.id || sureness === SURENESS.computed)
      for (const [at, part] of partsOfArn(text).entries()) add(part, `${output}#${at}`, surenessOfPart(resource));
  return found;
}

function surenessOfPart({ role }: Resource): number {
  return role === "component" ? SURENESS.component : SURENESS.part;
}

function surenessOf(resource: Resource, text: string, output: string, given: boolean): number | undefined {
  if (resource.role === "component") return SURENESS.component;
  if (!given) return SURENESS.computed;
  return output === "name" || text.startsWith(resource.name) ? SURENESS.ownName : undefined;
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
  const surest = Math.min(...remaining.map((candidate) => candidate.sureness));
  return remaining.filter((candidate) => candidate.sureness === surest);
}
