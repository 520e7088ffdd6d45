import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { eachText } from "./leaves";

/** How often a stack's own resources name something, the most frequent first. */
export type Frequencies = ReadonlyMap<string, number>;

/** Where a stack lives: what its own resources name, by kind. */
export type Places = Readonly<Record<PlaceKind, Frequencies>> & {
  /** The region that the program gets where it says none. */
  readonly homeRegion: string | undefined;
};

export const KINDS = ["accounts", "subscriptions", "projects", "projectNumbers", "regions"] as const;
export type PlaceKind = (typeof KINDS)[number];

const ARN = /^arn:[^:]+:[^:]*:([^:]*):(\d{12})?:/;
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-?\d{1,2}$/;
const SUBSCRIPTION = /^\/subscriptions\/([0-9a-f-]{36})\//i;
const PROJECT = /^projects\/([a-z][a-z0-9-]{4,28}[a-z0-9]|\d{9,14})\//;
const PROVIDER_KEYS = ["region", "location"] as const;

const DEFAULT_PROVIDER = /^default(?:_\d|$)/;

/**
 * Where both live. What is not deployed yet has no ids: where the other side's tell more places, this side's are also what
 * its inputs mention and the other side's do not.
 */
export function placesOfBoth(stacks: Sides<Stack>): Sides<Places> {
  const places = { subject: placesOf(stacks.subject), reference: placesOf(stacks.reference) };
  const isOpen = (side: keyof Sides<Places>, other: keyof Sides<Places>) => (kind: PlaceKind) =>
    places[side][kind].size < places[other][kind].size && (places[side][kind].size === 0 || !isDeployed(stacks[side]));
  const open = { subject: isOpen("subject", "reference"), reference: isOpen("reference", "subject") };
  if (!KINDS.some((kind) => open.subject(kind) || open.reference(kind))) return places;
  const mentioned = { subject: mentionedIn(stacks.subject), reference: mentionedIn(stacks.reference) };
  const told = (side: keyof Sides<Places>, other: keyof Sides<Places>): Places => {
    const known: Record<PlaceKind, Frequencies> = { ...places[side] };
    for (const kind of KINDS.filter(open[side]))
      known[kind] = new Map([...without(mentioned[side][kind], mentioned[other][kind]), ...known[kind]]);
    return { ...known, homeRegion: places[side].homeRegion };
  };
  return { subject: told("subject", "reference"), reference: told("reference", "subject") };
}

function isDeployed({ resources }: Stack): boolean {
  return resources.every(({ role, id }) => role !== "custom" || id !== undefined);
}

function without(own: Frequencies, other: Frequencies): Frequencies {
  return new Map([...own].filter(([place]) => !other.has(place)));
}

const MENTIONED: readonly (readonly [kind: PlaceKind, pattern: RegExp])[] = [
  ["accounts", /(?<=arn:[\w-]+:[\w-]*:[\w-]*:)\d{12}(?=:)/g],
  ["subscriptions", /(?<=\/subscriptions\/)[0-9a-f-]{36}(?=\/)/gi],
  ["projects", /(?<=projects\/|@)[a-z][a-z0-9-]{4,28}[a-z0-9](?=\/|\.iam\.gserviceaccount\.com)/g],
  ["projectNumbers", /(?<=projects\/)\d{9,14}(?=\/)/g],
];

/** Every place that some input names. */
function mentionedIn({ resources }: Stack): Counts {
  const found = counts();
  for (const { inputs } of resources) {
    if (typeof inputs.project === "string") increment(found.projects, inputs.project);
    eachText(inputs, (text) => {
      for (const [kind, pattern] of MENTIONED)
        for (const [place] of text.matchAll(pattern)) increment(found[kind], place);
    });
  }
  return found;
}

/** What the identifiers of one resource name. */
export function placesOfResource(resource: Resource): Readonly<Record<PlaceKind, Frequencies>> {
  const found = counts();
  countOf(resource, found);
  return found;
}

function countOf({ id, outputs }: Resource, found: Counts): void {
  for (const text of [id, outputs.arn, outputs.name]) if (typeof text === "string") countPlaces(text, found);
}

function placesOf(stack: Stack): Places {
  const found = counts();
  let homeRegion: string | undefined;
  for (const resource of stack.resources) {
    const { inputs, role, name } = resource;
    countOf(resource, found);
    if (role === "provider")
      for (const key of PROVIDER_KEYS) {
        const text = inputs[key];
        if (typeof text !== "string" || !REGION.test(text)) continue;
        increment(found.regions, text);
        if (DEFAULT_PROVIDER.test(name)) homeRegion ??= text;
      }
  }
  return { ...found, homeRegion };
}

type Counts = Readonly<Record<PlaceKind, Map<string, number>>>;

function counts(): Counts {
  const none = () => new Map<string, number>();
  return { accounts: none(), subscriptions: none(), projects: none(), projectNumbers: none(), regions: none() };
}

function countPlaces(text: string, found: Counts): void {
  const [, region, account] = ARN.exec(text) ?? [];
  if (account !== undefined) increment(found.accounts, account);
  if (region !== undefined && REGION.test(region)) increment(found.regions, region);
  const subscription = SUBSCRIPTION.exec(text)?.[1];
  if (subscription !== undefined) increment(found.subscriptions, subscription);
  const project = PROJECT.exec(text)?.[1];
  if (project !== undefined) increment(/^\d/.test(project) ? found.projectNumbers : found.projects, project);
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
