import { blame, type Since } from "../../core/history";
import { ParityError } from "../../core/errors";
import type { PastQuestion } from "../../core/judge/past-questions";
import type { Finding } from "../../core/model/finding";
import { momentOfLastChange } from "./last-change";
import type { Past } from "./past";

const DAY_MS = 86_400_000;

/**
 * When those divergences began that the questions are about, as far as the answer matters: what was not there that long
 * ago is left out. One look at the past for each number of days answers for all; only what was there then, and may have
 * been mended in between, is searched for.
 */
export async function lasting(
  past: Past,
  questions: readonly PastQuestion[],
  now: Date,
): Promise<ReadonlyMap<string, Since>> {
  const open = await worthSearching(past, questions, now);
  const newest = past.moments.at(-1);
  if (open.length === 0 || newest === undefined) return new Map();
  const [present, subject, reference] = await Promise.all([
    idsAt(past, past.moments.length - 1),
    past.state(newest, "subject"),
    past.state(newest, "reference"),
  ]);
  const hints = momentOfLastChange({ subject, reference }, past.moments);
  const found = await blame({
    moments: past.moments.length,
    divergences: open
      .filter(({ id }) => present?.has(id) === true)
      .map((one) => ({ id: one.id, hint: hints(urnsOf(one)) })),
    idsAt: (moment) => idsAt(past, moment),
  });
  return new Map(
    [...found].flatMap(([id, { moment, unreadable }]) => {
      const began = past.moments[moment];
      return began === undefined || unreadable > 0 ? [] : [[id, { at: new Date(began.at), side: began.side }] as const];
    }),
  );
}

function urnsOf({ subject, reference }: Finding) {
  return { subject: subject?.urn ?? null, reference: reference?.urn ?? null };
}

async function worthSearching(past: Past, questions: readonly PastQuestion[], now: Date): Promise<readonly Finding[]> {
  const found = new Map<string, Finding>();
  for (const days of new Set(questions.map((one) => one.days))) {
    const ids = days === undefined ? undefined : await idsDaysAgo(past, days, now);
    for (const { finding } of questions.filter((one) => one.days === days))
      if (days === undefined || ids?.has(finding.id)) found.set(finding.id, finding);
  }
  return [...found.values()];
}

/** Undefined where the history does not reach that far. */
function idsDaysAgo(past: Past, days: number, now: Date): Promise<ReadonlySet<string> | undefined> {
  return idsAt(
    past,
    past.moments.findLastIndex(({ at }) => at <= now.getTime() - days * DAY_MS),
  );
}

/** Fingerprints of what diverged at a moment; undefined where a state of it cannot be read. */
export async function idsAt(past: Past, moment: number): Promise<ReadonlySet<string> | undefined> {
  const at = past.moments[moment];
  if (at === undefined) return undefined;
  try {
    return new Set((await past.compared(at)).ids);
  } catch (error) {
    if (error instanceof ParityError) return undefined;
    throw error;
  }
}
