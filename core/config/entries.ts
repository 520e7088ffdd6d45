import type { Level } from "../vocabulary";

/** Where an entry stands: `parity.yaml:17`, or `standard/rds-class` for a named rule of a preset. */
export interface Placed {
  readonly place: string;
}

/** An entry that may be bound to some projects. Undefined: to all. */
export type Scoped<T> = T & Placed & { readonly project: readonly string[] | undefined };

export interface Environment extends Placed {
  readonly name: string;
  /** Globs with captures over `project/stack` or `organization/project/stack`, in order. */
  readonly stacks: readonly string[];
  /** Name of the environment that it is judged against; undefined for one that nothing judges. */
  readonly reference: string | undefined;
  /** Which of several references: each, any one, or the stack so named. */
  readonly against: "all" | "any" | (string & {});
  /** Name of the environment that must have a change first. */
  readonly gate: string | undefined;
  /** Further spellings of the environment's name in values. */
  readonly aliases: readonly string[];
  readonly level: Level | undefined;
  readonly lifetimeDays: number | undefined;
  /** Key of the tag that must say whose a stack of this environment is. */
  readonly ownerTag: string | undefined;
  readonly maxReferenceAgeDays: number | undefined;
  readonly maxDeploymentAgeDays: number | undefined;
  readonly enforce: "all" | "introduced" | undefined;
  readonly undetermined: "ignore" | "advisory" | "mandatory" | undefined;
  readonly leadDays: number | undefined;
  readonly maxStaleDays: number | undefined;
  readonly onReferenceAbsent: "advisory" | "mandatory" | undefined;
  readonly judgeDuringUp: boolean | undefined;
  /** Of the Pulumi backend that its stacks live in. */
  readonly backend: string | undefined;
}

/** One entry of `reference`, its templates not filled in; paths are absolute. */
export type ReferenceTemplate =
  | { readonly kind: "plan" | "snapshot"; readonly path: string }
  | { readonly kind: "stack"; readonly name: string; readonly backend: string | undefined };

export interface ExemptStack extends Placed {
  /** Globs over `project/stack`. */
  readonly stacks: readonly string[];
  readonly reason: string;
}

/** One accepted divergence. */
export interface Waiver extends Placed {
  /** Fingerprint of the divergence, or the waiver's own name where it has selectors. */
  readonly id: string;
  readonly select: Selector;
  /** [subject, reference] as accepted; undefined: presence only. Values as the report shows them. */
  readonly accepted: readonly [subject: unknown, reference: unknown] | undefined;
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string | undefined;
  /** The last day on which it holds, UTC, `2027-01-31`. */
  readonly expires: string;
}

/** What an entry applies to; every field that is given must fit. Globs, except `change` and `class`. */
export interface Selector {
  readonly project?: readonly string[];
  /** Name of the subject's environment. */
  readonly environment?: readonly string[];
  /** Glob over `type`, or `type::symbolised name`; `{env}` stands for the environment. Either side may fit. */
  readonly on?: readonly string[];
  readonly property?: readonly string[];
  readonly policy?: readonly string[];
  readonly class?: readonly string[];
  readonly change?: readonly string[];
  /** Glob over `type`, `type::name` or name of a component that the resource stands under. */
  readonly component?: readonly string[];
  /** Tag key → glob over its value; `*` for any. */
  readonly tag?: Readonly<Record<string, string>>;
}
