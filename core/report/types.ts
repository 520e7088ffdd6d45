import type { AlignmentStep, DivergenceKind, EquivalenceSource, Level, Status, Verdict } from "../vocabulary";

/** The JSON report, a contract (`parity-report/1`). Optional fields may be left out, extra ones may join. */
export interface Report {
  readonly schema: "parity-report/1";
  /** ISO 8601. */
  readonly generatedAt: string;
  readonly tool: { readonly version: string };
  readonly config: { readonly file?: string; readonly sha256?: string; readonly preset: string };
  readonly subject: ReportedStack;
  readonly reference: ReportedStack;
  /** Names of the environments in parity.yaml, where it names them. */
  readonly environments?: { readonly subject: string; readonly reference: string };
  /** 0 to 1; for people to look at, nothing is gated on it. */
  readonly score: number;
  readonly dimensions: readonly Dimension[];
  readonly pairs: readonly ReportedPair[];
  readonly equivalences: readonly ReportedEquivalence[];
  readonly divergences: readonly ReportedDivergence[];
  readonly waivers: readonly ReportedWaiver[];
  readonly overrides: readonly ReportedOverride[];
  /** Set where there was no reference to compare with; then nothing else says anything, and the score is 0. */
  readonly notCompared?: { readonly why: string; readonly level: Level };
  /** Paths compared for presence only. */
  readonly secrets?: number;
  readonly remarks?: readonly string[];
  /** Divergences of the last state that are gone now. */
  readonly fixed?: readonly ReportedDivergence[];
  /** What this change to parity.yaml or its waivers lets pass that was beyond tolerance before. */
  readonly loosened?: readonly ReportedLoosening[];
  /** What another preset would change, where that was asked. */
  readonly also?: { readonly preset: string; readonly changes: readonly Rejudged[] };
  /** Earlier states of this pair, the oldest first. */
  readonly trend?: readonly TrendPoint[];
}

/** One divergence that another preset would judge otherwise. */
export interface Rejudged {
  readonly divergence: string;
  readonly now: string;
  readonly then: string;
}

/** One divergence that a changed rule lets pass now. */
export interface ReportedLoosening {
  readonly divergence: string;
  readonly before: string;
  readonly now: string;
}

/** How far the pair was apart at one time. */
export interface TrendPoint {
  /** ISO 8601. */
  readonly at: string;
  readonly score: number;
  readonly beyond: number;
  /** What changed it, for people: an update's number, a commit. */
  readonly label?: string;
}

export interface ReportedStack {
  readonly name: string;
  readonly project?: string;
  readonly resources: number;
  readonly capturedAt?: string;
  /** ISO 8601: when it was read from the backend or recorded in a preview. */
  readonly recordedAt?: string;
  readonly source: string;
  /** Folder of the program below the repository's root, where that is known: places in the code are relative to it. */
  readonly programFolder?: string;
}

export interface Dimension {
  readonly policy: string;
  readonly score: number;
  readonly within: number;
  readonly ahead: number;
  readonly beyond: number;
  readonly waived: number;
  readonly undetermined: number;
}

interface ReportedPair {
  readonly subject: string;
  readonly reference: string;
  readonly via: AlignmentStep;
  readonly confidence: number;
}

interface ReportedEquivalence {
  readonly subject: string;
  readonly reference: string;
  readonly source: EquivalenceSource;
  readonly occurrences: number;
  /** Of a learned one what would be divergences without it: the subject's resource and the property's key. */
  readonly explains?: readonly { readonly urn: string; readonly key: string }[];
}

/** JSON data; secrets stand as "[secret]", unknowns as "[unknown]". */
export type ReportedValue = unknown;

export interface ReportedDivergence {
  readonly id: string;
  readonly policy: string;
  readonly kind: DivergenceKind;
  readonly type: string;
  readonly subject: string | null;
  readonly reference: string | null;
  readonly property: string | null;
  readonly key: string | null;
  readonly values: { readonly subject: ReportedValue; readonly reference: ReportedValue };
  readonly verdict: Verdict;
  readonly level: Level;
  readonly rule: string;
  readonly status?: Status;
  /** `configuration`, `program` or `cloud`. */
  readonly origin?: string;
  /** The stack configuration key that explains it. */
  readonly originKey?: string;
  readonly causedBy?: string;
  /** Of a library in another version: whether the subject's is the newer, where its ecosystem's order tells. */
  readonly newer?: boolean;
  readonly message: string;
  /** What differs, in the words of the policy that found it by itself; then the two values alone say little. */
  readonly statement?: string;
  /** How to mend it, as an imperative half sentence; only where it is beyond tolerance. */
  readonly mend?: string;
  /** Why it cannot be known. */
  readonly undetermined?: string;
  /** `file#line,column` of the subject's resource in its program. */
  readonly sourcePosition?: string;
  readonly since?: ReportedSince;
  /** Where parity.yaml speaks of several resources as one: as a subsystem that is absent, or as a substitute. */
  readonly group?: { readonly as: "absent" | "substitute"; readonly name: string };
}

/** Since when a divergence lasts without a break, and by which update: what `parity blame` found. */
export interface ReportedSince {
  /** ISO 8601. */
  readonly at: string;
  /** The side whose update began it. */
  readonly side: "subject" | "reference";
  readonly commit?: string;
  readonly author?: string;
  readonly message?: string;
  readonly link?: string;
  /** It is older than the history that was looked at. */
  readonly atLeast?: true;
}

export interface ReportedWaiver {
  readonly id: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, UTC. */
  readonly expires: string;
  readonly state: "active" | "expiring" | "expired" | "unused";
  readonly covers: readonly string[];
}

export interface ReportedOverride {
  readonly reason: string;
  readonly by?: string;
  readonly at: string;
  readonly link?: string;
}

/** What `--all` gives. */
export interface Reports {
  readonly schema: "parity-reports/1";
  readonly reports: readonly Report[];
  readonly unjudged: readonly UnjudgedStack[];
  /** Stacks that parity.yaml exempts, with its reason. */
  readonly exempt?: readonly UnjudgedStack[];
  /** Pairs that could not be read. */
  readonly failed?: readonly FailedPair[];
  /** Stacks that have outlived their environment's lifetime, the oldest first. */
  readonly forgotten?: readonly ForgottenStack[];
}

export interface ForgottenStack {
  readonly stack: string;
  readonly environment: string;
  /** Whole days since it was made. */
  readonly ageDays: number;
  readonly lifetimeDays: number;
  /** What its owner tag says. */
  readonly owner?: string;
  /** ISO 8601. */
  readonly lastUpdate?: string;
}

export interface UnjudgedStack {
  readonly stack: string;
  readonly why: string;
}

export interface FailedPair {
  readonly subject: string;
  readonly reference: string;
  readonly why: string;
}
