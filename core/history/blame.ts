import { between, findBeginning, type Beginning, type Presence } from "./search";

/**
 * What one divergence may cost: a short history is looked at whole, of a long one about log2 of its moments. (A look
 * reads two states, of which one is mostly known.)
 */
const SHORT_HISTORY = 16;

/** What the search for a divergence's beginning came to. */
export interface Blamed extends Beginning {
  /** It had been there before, was mended, and came back. */
  readonly cameBack: boolean;
  /** Moments since it began that were not looked at, and at which it may have been gone for a while. */
  readonly unconfirmed: number;
}

/** Presence of every divergence at one moment: the ids of those that were there; undefined where it cannot be read. */
export type IdsAt = (moment: number) => Promise<ReadonlySet<string> | undefined>;

export interface BlameRequest {
  /** Number of moments; the divergences are present at the last. */
  readonly moments: number;
  /** Fingerprints, with moments worth a look first: when the resources last changed. */
  readonly divergences: readonly { readonly id: string; readonly hint: number | undefined }[];
  readonly idsAt: IdsAt;
}

/**
 * Finds where each divergence began. What is learned of one moment serves all divergences, and a run that another's
 * search finds interrupted is searched again from the interruption.
 */
export async function blame({ moments, divergences, idsAt }: BlameRequest): Promise<ReadonlyMap<string, Blamed>> {
  const looked = new Map<number, ReadonlySet<string> | undefined>([
    [moments - 1, new Set(divergences.map(({ id }) => id))],
  ]);
  const presenceOf =
    (id: string): Presence =>
    async (moment) => {
      if (!looked.has(moment)) looked.set(moment, await idsAt(moment));
      return looked.get(moment)?.has(id);
    };
  const last = moments - 1;
  const found = new Map<string, Beginning>();
  for (const { id, hint } of divergences) {
    const before = looked.size;
    const beginning = await search(last, hint, presenceOf(id));
    found.set(id, beginning);
    const left = mostLooks(moments) - (looked.size - before);
    await lookAround(beginning.moment, last, left, looked, presenceOf(id));
  }
  const blamed = new Map<string, Blamed>();
  for (const { id, hint } of divergences) {
    const beginning = await settle(id, found.get(id), looked, presenceOf(id));
    if (beginning !== undefined)
      blamed.set(id, { ...beginning, ...remember(id, beginning.moment, last, hint, looked) });
  }
  return blamed;
}

function mostLooks(moments: number): number {
  return moments <= SHORT_HISTORY ? moments : Math.ceil(Math.log2(moments));
}

/**
 * What is left of the looks that one divergence may cost goes to doubts: was it there all the time since, and had it been there before?
 * Nearest to the beginning first, in growing steps.
 */
async function lookAround(
  began: number,
  last: number,
  left: number,
  looked: ReadonlyMap<number, unknown>,
  present: Presence,
): Promise<void> {
  const doubts: number[] = [];
  for (let step = 1; step <= last; step *= 2) doubts.push(began + step, began - 1 - step);
  const nearest = Array.from({ length: SHORT_HISTORY }, (_, at) => [began + at, began - 1 - at]).flat();
  const open = [...new Set([...doubts, ...nearest, 0])].filter((at) => at >= 0 && at < last && !looked.has(at));
  for (const moment of open.slice(0, Math.max(0, left))) await present(moment);
}

/** A property's presence cannot change after both its resources last did: mostly that moment began it. */
async function search(last: number, hint: number | undefined, present: Presence): Promise<Beginning> {
  if (hint === undefined || hint <= 0 || hint > last) return findBeginning(last, present);
  const before = await present(hint - 1);
  if (before === undefined) return findBeginning(last, present);
  return before ? findBeginning(hint - 1, present) : between(hint - 1, last, present);
}

/** The beginning, unless some look in between found the divergence gone. */
async function settle(
  id: string,
  beginning: Beginning | undefined,
  looked: ReadonlyMap<number, ReadonlySet<string> | undefined>,
  present: Presence,
): Promise<Beginning | undefined> {
  if (beginning === undefined) return undefined;
  const gone = latestWithout(id, beginning.moment, looked);
  if (gone === undefined) return beginning;
  const next = Math.min(
    ...[...looked].filter(([moment, ids]) => moment > gone && ids?.has(id)).map(([moment]) => moment),
  );
  return Number.isFinite(next) ? between(gone, next, present) : beginning;
}

function latestWithout(
  id: string,
  since: number,
  looked: ReadonlyMap<number, ReadonlySet<string> | undefined>,
): number | undefined {
  const without = [...looked].filter(([moment, ids]) => moment > since && ids !== undefined && !ids.has(id));
  return without.length === 0 ? undefined : Math.max(...without.map(([moment]) => moment));
}

/** Nothing can have changed since the moment of the hint. */
function remember(
  id: string,
  began: number,
  last: number,
  hint: number | undefined,
  looked: ReadonlyMap<number, ReadonlySet<string> | undefined>,
) {
  const present = [...looked].filter(([, ids]) => ids?.has(id)).map(([moment]) => moment);
  const until = hint === undefined ? last : Math.min(hint, last);
  const seen = present.filter((moment) => moment >= began && moment <= until).length;
  return {
    cameBack: present.some((moment) => moment < began),
    unconfirmed: Math.max(0, until - began + 1 - seen),
  };
}
