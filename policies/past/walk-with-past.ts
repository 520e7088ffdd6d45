import { ParityError } from "../../core/errors";
import { pastQuestions } from "../../core/judge/past-questions";
import type { ParityPolicy } from "../../core/policy";
import { walkWithPast, type FirstWalk, type PairSettings } from "../../core/walk";
import { lasting } from "./lasting";
import type { Past } from "./past";

export interface PastJudgement {
  readonly walked: FirstWalk;
  /** What a reader must know of it. */
  readonly remarks: readonly string[];
}

/**
 * Judges once more where only the history can tell: how long the subject has been ahead, and how long a divergence has
 * lasted. The history is opened only if something depends on it; that it cannot be had is said, and stops nothing.
 */
export async function judgeWithPast(
  walked: FirstWalk,
  settings: PairSettings,
  policies: readonly ParityPolicy[],
  open: () => Promise<Past>,
  now: Date,
): Promise<PastJudgement> {
  const questions = pastQuestions(walked, settings, now);
  if (questions.length === 0) return { walked, remarks: [] };
  try {
    const past = await open();
    const began = await lasting(past, questions, now);
    return { walked: walkWithPast(walked, began, settings, policies, now), remarks: [] };
  } catch (error) {
    if (!(error instanceof ParityError)) throw error;
    const place = error.place === undefined ? "" : `${error.place}: `;
    return { walked, remarks: [`since when some divergences last cannot be told: ${place}${error.message}`] };
  }
}
