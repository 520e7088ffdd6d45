import { POLICY_NAMES, type Level, type Verdict } from "../vocabulary";
import type { Dimension } from "./types";

/**
 * What a score says. A dimension starts at 1. Every divergence beyond tolerance is a weight on it: 1 where mandatory, a
 * quarter where advisory, next to nothing where disabled, and a tenth of that where it follows from another. The score
 * is 1 / (1 + weights / √n), n being the number of the reference's resources that could be compared; the whole stack's
 * score is the same over all dimensions. So it lies above 0 and is 1 only where nothing is beyond tolerance, mending a
 * divergence never lowers it, the first divergences show most, and ten divergences say more of a small stack than of a
 * large one. What is undetermined or substituted is no parity: its resources do not count in n, and the report names
 * them beside the score.
 */
export function score(counted: readonly Scored[], comparable: number): number {
  const weight = counted.reduce((sum, finding) => sum + weightOf(finding), 0);
  // Rounded down, so that 1 stays what it means.
  return Math.floor(1e4 / (1 + weight / Math.sqrt(Math.max(comparable, 1)))) / 1e4;
}

/** What the score needs of a finding. */
export interface Scored {
  readonly policy: string;
  readonly verdict: Verdict;
  readonly level: Level;
  readonly causedBy?: string | undefined;
}

function weightOf({ verdict, level, causedBy }: Scored): number {
  if (verdict !== "beyond") return 0;
  return causedBy === undefined ? WEIGHTS[level] : WEIGHTS[level] / 10;
}

const WEIGHTS: Readonly<Record<Level, number>> = { mandatory: 1, advisory: 0.25, disabled: 0.02 };

/** One row a policy: all built-in ones in their order, then a team's own. */
export function dimensions(findings: readonly Scored[], comparable: number): readonly Dimension[] {
  const byPolicy = new Map<string, Scored[]>(POLICY_NAMES.map((name) => [name, []]));
  for (const finding of findings) {
    const owned = byPolicy.get(finding.policy);
    if (owned === undefined) byPolicy.set(finding.policy, [finding]);
    else owned.push(finding);
  }
  return [...byPolicy].map(([policy, owned]) => ({
    policy,
    score: score(owned, comparable),
    ...countVerdicts(owned),
  }));
}

/** What the score says nothing about, for beside it: `2 undetermined`, `1 substituted`; empty where there is nothing. */
export function notCounted(
  divergences: readonly { readonly verdict: Verdict; readonly group?: { readonly as: string } | undefined }[],
): readonly string[] {
  const count = (holds: (one: (typeof divergences)[number]) => boolean) => divergences.filter(holds).length;
  const counts: readonly (readonly [number, string])[] = [
    [count(({ verdict }) => verdict === "undetermined"), "undetermined"],
    [count(({ group }) => group?.as === "substitute"), "substituted"],
    [count(({ group }) => group?.as === "absent"), "absent on purpose"],
  ];
  return counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
}

/** How many findings have each verdict. */
export function countVerdicts(findings: readonly Pick<Scored, "verdict">[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { within: 0, ahead: 0, beyond: 0, waived: 0, undetermined: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}
