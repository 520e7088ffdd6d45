import { isList, isMap, type Value } from "../model/value";
import type { Symbolised } from "../symbolise/symbolise";

/** A resource that depends on another one, and by what: `aws:lb/listener:Listener.loadBalancerArn`. */
export interface Referrer {
  readonly from: number;
  readonly by: string;
}

const NONE: readonly Referrer[] = [];

/**
 * Who refers to each resource of one side: as the engine recorded it, and at which places of what it was given. The record
 * is gathered when first asked for, and only resources that are asked for have the properties of their referrers read.
 */
export function referrersIn(
  symbolised: Symbolised,
  types: readonly string[],
  byUrn: ReadonlyMap<string, number>,
): (index: number) => readonly Referrer[] {
  let recorded: ReadonlyMap<number, readonly Referrer[]> | undefined;
  const read = new Map<number, ReadonlyMap<number, readonly Referrer[]>>();
  const placesIn = (from: number): ReadonlyMap<number, readonly Referrer[]> => {
    let places = read.get(from);
    if (places === undefined) read.set(from, (places = readPlaces(symbolised, types[from] ?? "", from)));
    return places;
  };
  const known = new Map<number, readonly Referrer[]>();
  return (index) => {
    let referrers = known.get(index);
    if (referrers === undefined) {
      recorded ??= collectRecorded(symbolised, types, byUrn);
      const own = recorded.get(index) ?? NONE;
      const froms = new Set(own.map(({ from }) => from));
      referrers = [...own, ...[...froms].flatMap((from) => placesIn(from).get(index) ?? NONE)];
      known.set(index, referrers);
    }
    return referrers;
  };
}

function collectRecorded(
  { resources }: Symbolised,
  types: readonly string[],
  byUrn: ReadonlyMap<string, number>,
): ReadonlyMap<number, readonly Referrer[]> {
  const referrers = new Map<number, Referrer[]>();
  for (const [from, { dependencies, propertyDependencies }] of resources.entries()) {
    const type = types[from] ?? "";
    for (const urn of dependencies) append(referrers, byUrn.get(urn), { from, by: type });
    for (const [property, urns] of propertyDependencies)
      for (const urn of urns) append(referrers, byUrn.get(urn), { from, by: `${type}.${property}` });
  }
  return referrers;
}

/** As much of a text before a mention says what it is there for: `"name":"API_KEY","valueFrom":"`. */
const BEFORE = 40;

/** Where a resource mentions others, by their indices: `…TaskDefinition.tags[owner].value`. */
function readPlaces(side: Symbolised, type: string, from: number): ReadonlyMap<number, readonly Referrer[]> {
  const places = new Map<number, Referrer[]>();
  const readText = (text: string, at: string): void => {
    let before = "";
    for (const [position, part] of side.read(text).entries())
      if (typeof part === "string") before = side.vocabulary.settle(part).slice(-BEFORE);
      else
        for (const { resource } of part.owners)
          for (const by of [`${at}~${before}`, `${at}#${position}`]) append(places, resource, { from, by });
  };
  const walk = (value: Value | undefined, at: string): void => {
    if (typeof value === "string") readText(value, at);
    else if (isList(value)) value.forEach((item, index) => walk(item, `${at}[${nameIn(item) ?? index}]`));
    else if (isMap(value)) for (const key of Object.keys(value)) walk(value[key], `${at}.${key}`);
  };
  walk(side.resources[from]?.inputs, type);
  return places;
}

function nameIn(element: Value): string | undefined {
  if (!isMap(element)) return undefined;
  const { name, key } = element;
  return typeof name === "string" ? name : typeof key === "string" ? key : undefined;
}

function append(referrers: Map<number, Referrer[]>, index: number | undefined, referrer: Referrer): void {
  if (index === undefined) return;
  const list = referrers.get(index);
  if (list === undefined) referrers.set(index, [referrer]);
  else list.push(referrer);
}
