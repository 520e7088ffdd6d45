import type { Divergence } from "./comparison";

/** What nobody has found out of a difference yet: every finder begins with it, and says what it knows after it. */
export const UNEXPLAINED = {
  undetermined: undefined,
  status: undefined,
  origin: undefined,
  causedBy: undefined,
} satisfies Partial<Divergence>;
