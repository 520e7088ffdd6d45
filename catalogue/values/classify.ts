import type { PropertyFacts } from "../../core/model/catalogue";
import type { Path } from "../../core/model/path";
import type { Value } from "../../core/model/value";

/** What the two values say of themselves, where the rules know nothing better. */
export function classifyByValue(
  facts: PropertyFacts,
  _path: Path,
  _subject: Value | undefined,
  _reference: Value | undefined,
): PropertyFacts {
  return facts;
}
