import type { CatalogueRule } from "../model/catalogue";
import type { CompareOptions } from "../compare/options";
import type { JudgeOptions } from "../judge/options";
import type { Sides } from "../model/comparison";
import type { Level } from "../vocabulary";
import type { Environment, ExemptStack, ReferenceTemplate, Scoped, Waiver } from "./entries";

/** One stack by name. `organization` is undefined where the source does not tell, and then fits any. */
export interface StackIdentity {
  readonly organization?: string | undefined;
  readonly project: string;
  readonly stack: string;
}

/** Which document judged, for the report. `preset` names what it extends, or `standard` for the guess. */
export interface ConfigOrigin {
  readonly file?: string;
  readonly sha256?: string;
  readonly preset: string;
}

/**
 * parity.yaml as it is in force: everything it extends folded in, in order, every entry with its place, nothing yet
 * resolved for one pair. Plain data; `pairsFor` resolves it.
 */
export interface ParityConfig {
  readonly origin: ConfigOrigin;
  /** True where no parity.yaml was found, and the pair is guessed and only advised upon. */
  readonly guessed: boolean;
  readonly environments: readonly Environment[];
  readonly reference: readonly Scoped<ReferenceTemplate>[];
  readonly exempt: readonly ExemptStack[];
  readonly entries: ConfigEntries;
  readonly defaults: PairDefaults;
  /** Environments in which PARITY_OVERRIDE is honoured. */
  readonly override: readonly string[];
  /** Folder of the Pulumi program, where parity.yaml says it; absolute. */
  readonly programDir: string | undefined;
  /** A team's own catalogue rules, as `createCatalogue` takes them. */
  readonly catalogue: readonly CatalogueRule[];
  /** Modules with policies of a team's own; absolute paths. */
  readonly policies: readonly string[];
  /** What is odd but no error: rules that can never match, expired pins. One line each, with its place. */
  readonly warnings: readonly string[];
}

/** The lists of parity.yaml, presets first, then files from the outermost to the innermost. */
export interface ConfigEntries {
  readonly same: readonly Scoped<{ readonly values: EnvironmentValues }>[];
  readonly different: readonly Scoped<{ readonly values: EnvironmentValues }>[];
  readonly match: readonly Scoped<{ readonly values: EnvironmentValues }>[];
  readonly absent: readonly Scoped<AbsentEntry>[];
  readonly substitutes: readonly Scoped<SubstituteEntry>[];
  readonly shared: readonly Scoped<{ readonly value: string }>[];
  readonly tolerances: JudgeOptions["rules"];
  readonly waivers: readonly Waiver[];
  readonly evidence: readonly Scoped<EvidenceTemplate>[];
}

/** Environment name → what it is called there. */
export type EnvironmentValues = Readonly<Record<string, string>>;

export interface AbsentEntry {
  readonly name: string;
  readonly environment: string;
  readonly on: readonly string[];
  readonly reason: string | undefined;
}

export interface SubstituteEntry {
  readonly name: string;
  /** Environment → globs over `type` or `type::name`. */
  readonly sides: Readonly<Record<string, readonly string[]>>;
  readonly compare: Readonly<Record<string, string>>;
  readonly reason: string | undefined;
}

export const EVIDENCE_KINDS = ["sbom", "data", "flags"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface EvidenceTemplate {
  readonly kind: EvidenceKind;
  /** Absolute, with `{stack}`, `{project}`, `{organization}` and `{environment}` still in it. */
  readonly path: string;
  readonly required: boolean;
  readonly maxAgeDays: number | undefined;
  /** `table.column` globs that production's personal data is declared masked in. */
  readonly masked: readonly string[];
}

/** One evidence document of one side, its path filled in. */
export interface EvidenceSource extends EvidenceTemplate {
  readonly environment: string;
}

/** What holds for a pair where its environment does not say otherwise. */
export interface PairDefaults {
  readonly level: Level;
  readonly enforce: "all" | "introduced";
  readonly undetermined: "ignore" | "advisory" | "mandatory";
  readonly leadDays: number;
  readonly maxStaleDays: number;
  readonly onReferenceAbsent: "advisory" | "mandatory";
  readonly judgeDuringUp: boolean;
  /** Policy name (or `*`) → days after which an existing divergence is too old. */
  readonly maxAgeDays: Readonly<Record<string, number>>;
  /** Days; undefined: a reference may have been recorded, a stack deployed, however long ago. */
  readonly maxReferenceAgeDays: number | undefined;
  readonly maxDeploymentAgeDays: number | undefined;
}

/** Where a reference comes from, its templates filled in, tried in order. */
export type ReferenceSource =
  | { readonly kind: "plan" | "snapshot"; readonly path: string }
  | { readonly kind: "stack"; readonly name: string; readonly backend: string | undefined };

export interface ReferenceCandidate {
  readonly reference: StackIdentity;
  readonly referenceSources: readonly ReferenceSource[];
}

/** One judgement to be made: this stack against that one, with all that parity.yaml says about the two. */
export interface ResolvedPair {
  readonly subject: StackIdentity;
  readonly reference: StackIdentity;
  /** Further stacks that the reference may be, tried in order while it is absent; empty where the stacks were known. */
  readonly alternatives: readonly ReferenceCandidate[];
  /** True where it suffices that one of the subject's pairs is in order (`against: any`). */
  readonly any: boolean;
  /** Names of the two environments. */
  readonly environments: Sides<string>;
  readonly level: Level;
  readonly referenceSources: readonly ReferenceSource[];
  readonly maxStaleDays: number;
  readonly onReferenceAbsent: "advisory" | "mandatory";
  readonly judgeDuringUp: boolean;
  /** True where PARITY_OVERRIDE may make this pair advisory. */
  readonly overridable: boolean;
  readonly evidence: Sides<readonly EvidenceSource[]>;
  readonly lifetimeDays: number | undefined;
  readonly maxAgeDays: Readonly<Record<string, number>>;
  readonly maxReferenceAgeDays: number | undefined;
  readonly maxDeploymentAgeDays: Sides<number | undefined>;
  /** Key of the tag that must say whose the subject is. */
  readonly ownerTag: string | undefined;
  /**
   * True where this pair is a gate: `subject` is still the stack that is being previewed (production), `reference` the
   * one that must have its change first (staging), but the walk is mirrored, and `settings` are: staging is compared as
   * the subject, production's preview as the reference, and only what that preview changes is judged.
   */
  readonly gate: boolean;
  readonly settings: ConfiguredSettings;
  readonly config: ConfigOrigin;
}

/** The pair's settings without what only the caller has; `completeSettings` joins the two. */
export interface ConfiguredSettings {
  readonly compare: Omit<CompareOptions, "catalogue" | "before">;
  readonly judge: Omit<JudgeOptions, "catalogue" | "before" | "gate">;
}
