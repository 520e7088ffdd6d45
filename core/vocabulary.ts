/** The words of the report's contract, once, as values; the types follow from them. */
export const POLICY_NAMES = [
  "inventory-parity",
  "dependency-parity",
  "configuration-parity",
  "network-parity",
  "capacity-parity",
  "data-parity",
  "feature-flag-parity",
  "resilience-parity",
  "security-parity",
  "provenance-parity",
  "waiver-hygiene",
] as const;
/** The built-in policies. A team's own policies have names of their own: `PolicyName | (string & {})` where both fit. */
export type PolicyName = (typeof POLICY_NAMES)[number];

export const DIVERGENCE_KINDS = ["missing", "extra", "changed", "added", "removed", "shared"] as const;
export type DivergenceKind = (typeof DIVERGENCE_KINDS)[number];

export const VERDICTS = ["within", "ahead", "beyond", "waived", "undetermined"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const LEVELS = ["mandatory", "advisory", "disabled"] as const;
export type Level = (typeof LEVELS)[number];

export const STATUSES = ["introduced", "worsened", "existing", "fixed"] as const;
export type Status = (typeof STATUSES)[number];

export const ALIGNMENT_STEPS = ["match", "urn", "name", "only", "similarity"] as const;
export type AlignmentStep = (typeof ALIGNMENT_STEPS)[number];

export const EQUIVALENCE_SOURCES = ["declared", "stack", "account", "region", "learned"] as const;
export type EquivalenceSource = (typeof EQUIVALENCE_SOURCES)[number];

/** The type under which a stack's configuration enters the model as a resource. */
export const CONFIGURATION_TYPE = "parity:stack:Configuration";

/** What kind of value a property holds, and so how two of them are measured against each other. */
export const VALUE_CLASSES = [
  "identity",
  "text",
  "reference",
  "version",
  "image",
  "size",
  "count",
  "capacity",
  "duration",
  "schedule",
  "flag",
  "enumeration",
  "secret",
  "document",
  "addressRange",
  "port",
  "toggle",
] as const;
export type ValueClass = (typeof VALUE_CLASSES)[number];
