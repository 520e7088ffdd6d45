import { between, findBeginning, type Beginning, type Presence } from "./search";

/** What the search for a divergence's beginning came to. */
export interface Blamed extends Beginning {
  /** It had been there before, was mended, and came back. */
  readonly cameBack: boolean;
  /** Moments since it began that were looked at; it was there at each. */
  readonly confirmed: number;
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
  const looked = new Map<number, ReadonlySet<string> | undefined>();
  const presenceOf =
    (id: string): Presence =>
    async (moment) => {
      if (!looked.has(moment)) looked.set(moment, await idsAt(moment));
      return looked.get(moment)?.has(id);
    };
  const last = moments - 1;
  const found = new Map<string, Beginning>();
  for (const { id, hint } of divergences) found.set(id, await search(last, hint, presenceOf(id)));
  for (const { id } of divergences) await probeBefore(found.get(id), presenceOf(id));
  const blamed = new Map<string, Blamed>();
  for (const { id } of divergences) {
    const beginning = await settle(id, found.get(id), looked, presenceOf(id));
    if (beginning !== undefined) blamed.set(id, { ...beginning, ...remember(id, beginning.moment, looked) });
  }
  return blamed;
}

/** A property's presence cannot change after both its resources last did: mostly that moment began it. */
async function search(last: number, hint: number | undefined, present: Presence): Promise<Beginning> {
  if (hint === undefined || hint <= 0 || hint > last) return findBeginning(last, present);
  const before = await present(hint - 1);
  if (before === undefined) return findBeginning(last, present);
  return before ? findBeginning(hint - 1, present) : between(hint - 1, last, present);
}

/** One look further back, half way to the start: had it been there before? */
async function probeBefore(beginning: Beginning | undefined, present: Presence): Promise<void> {
  if (beginning === undefined || beginning.atStart || beginning.moment < 2) return;
  await present(Math.floor(beginning.moment / 2));
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

function remember(id: string, began: number, looked: ReadonlyMap<number, ReadonlySet<string> | undefined>) {
  const present = [...looked].filter(([, ids]) => ids?.has(id)).map(([moment]) => moment);
  return {
    cameBack: present.some((moment) => moment < began),
    confirmed: present.filter((moment) => moment >= began).length,
  };
}
