import type { ValueMap } from "./value";

/** `evidence` is what resources cannot say (configuration, libraries, data, flags), brought in as pseudo-resources. */
export type Role = "custom" | "component" | "provider" | "stack" | "evidence";

/** One resource of a stack. Inputs and outputs without the provider's own `__defaults` and other `__*` keys. */
export interface Resource {
  readonly urn: string;
  readonly type: string;
  /** The last part of the URN. */
  readonly name: string;
  readonly role: Role;
  readonly id: string | undefined;
  /** URN of the parent; undefined for the root stack. */
  readonly parent: string | undefined;
  /** URN of the provider that manages it. */
  readonly provider: string | undefined;
  readonly inputs: ValueMap;
  readonly outputs: ValueMap;
  /** Where in the inputs the provider filled in what the program left open: `ingress.*.self`. Absent: not told. */
  readonly defaults?: ReadonlySet<string>;
  /** URNs that it depends on as a whole. */
  readonly dependencies: readonly string[];
  /** Top-level input property → URNs of the resources that its value came from. Absent property: none recorded. */
  readonly propertyDependencies: ReadonlyMap<string, readonly string[]>;
  readonly aliases: readonly string[];
  readonly protect: boolean;
  /** `file#line,column` as the engine recorded it. */
  readonly sourcePosition: string | undefined;
  /** ISO 8601. */
  readonly created: string | undefined;
  readonly modified: string | undefined;
  /** In a preview with `--target`: present, its properties not told. */
  readonly untargeted: boolean;
  /** Marks by which rules can select it. Only what the resource says of itself. */
  readonly tags: Readonly<Record<string, string>>;
}
