/** Whether the divergence was there at a moment; undefined where a state of that moment cannot be read. */
export type Presence = (moment: number) => Promise<boolean | undefined>;

/** Where a divergence's present run begins. */
export interface Beginning {
  /** The moment that began it; 0 with `atStart` where it is older than the history. */
  readonly moment: number;
  /** It was there at the first moment already. */
  readonly atStart: boolean;
  /** Moments between the last without and the first with it that could not be read: it may have begun at any of them. */
  readonly unreadable: number;
}

/**
 * The first moment of the run of presence that lasts until `last`, where it is present: backwards in growing steps to a
 * moment without it, then by halving. At most about 1.5·log2(n) moments are looked at.
 */
export async function findBeginning(last: number, present: Presence): Promise<Beginning> {
  let high = last;
  for (let step = 1; high > 0; step *= STRIDE) {
    const probe = Math.max(0, high - step);
    const found = await nearest(probe, -1, -1, present);
    if (found === undefined) return between(BEFORE_ALL, high, present);
    if (!found.present) return between(found.moment, high, present);
    high = found.moment;
  }
  return { moment: 0, atStart: true, unreadable: 0 };
}

/** Steps grow quickly: a look back costs two states, and halving is cheap. */
const STRIDE = 4;

/** Of the time before the history, nothing is known. */
const BEFORE_ALL = -1;

/** `low` is without it, or before all; `high` is with it. */
export async function between(low: number, high: number, present: Presence): Promise<Beginning> {
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    const found = (await nearest(middle, 1, high, present)) ?? (await nearest(middle - 1, -1, low, present));
    if (found === undefined) break;
    if (found.present) high = found.moment;
    else low = found.moment;
  }
  return { moment: high, atStart: high === 0, unreadable: high - low - 1 };
}

/** The first readable moment from here in one direction, short of `end`. */
async function nearest(
  from: number,
  direction: 1 | -1,
  end: number,
  present: Presence,
): Promise<{ readonly moment: number; readonly present: boolean } | undefined> {
  for (let moment = from; moment !== end; moment += direction) {
    const found = await present(moment);
    if (found !== undefined) return { moment, present: found };
  }
  return undefined;
}
