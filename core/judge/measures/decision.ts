import type { Catalogue } from "../../model/catalogue";
import type { Divergence } from "../../model/comparison";

/** Whether an `allow` covers a divergence; where not, or where that cannot be known, why in half a sentence. */
export type Decision =
  | { readonly holds: true }
  | { readonly holds: false; readonly because: string }
  | { readonly holds: "unknown"; readonly because: string };

export const HOLDS: Decision = { holds: true };

export function fails(because: string): Decision {
  return { holds: false, because };
}

export function when(holds: boolean, otherwise: string): Decision {
  return holds ? HOLDS : fails(otherwise);
}

/** What a measure looks at. */
export interface Measured {
  readonly divergence: Divergence;
  readonly catalogue: Catalogue;
  /** Names of the two environments and of the project, for expressions. */
  readonly environments: { readonly subject: string; readonly reference: string };
  readonly project: string;
}
