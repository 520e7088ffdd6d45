import type { Level, Verdict } from "../vocabulary";
import type { Divergence } from "./comparison";

/** A divergence, judged. `policy` is the owning policy: a built-in name or a team's own. */
export interface Finding extends Divergence {
  readonly policy: string;
  readonly verdict: Verdict;
  /** `disabled`: shown in the report, never counted against anybody. */
  readonly level: Level;
  /** The rule that made the verdict: `parity.yaml:17`, `standard/rds-class`. */
  readonly rule: string;
  /** Of a library in another version: whether the subject's is the newer, where its ecosystem's order tells. */
  readonly newer?: boolean;
  /** One line: what differs, by which rule, how to mend or accept it. */
  readonly message: string;
}
