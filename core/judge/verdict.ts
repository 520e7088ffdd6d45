import type { Divergence } from "../model/comparison";
import { UsageError } from "../errors";
import type { Level, Verdict } from "../vocabulary";
import { aheadness, type AheadContext } from "./ahead";
import type { Waiver } from "../config/entries";
import { decide } from "./decide";
import type { Touched } from "./gate";
import { lower } from "./levels";
import type { Decision, Measured } from "./measures/decision";
import type { JudgeOptions } from "./options";
import { ownerOf } from "./owner";
import type { Ruling, Rulings } from "./rules";
import { covers, isFingerprint, type CompiledWaiver } from "./waivers";

/** A verdict before it is put into words. */
export interface Verdicted {
  readonly verdict: Verdict;
  readonly level: Level;
  readonly rule: string;
  readonly because: string | undefined;
}

/** All that the judging of one pair needs, ready. */
export interface Bench {
  readonly options: JudgeOptions;
  readonly rulings: Rulings;
  readonly waivers: readonly CompiledWaiver[];
  readonly ahead: AheadContext;
  /** Undefined where this is no gate. */
  readonly touched: Touched | undefined;
  /** Level of a policy where no rule says one. */
  readonly policyLevel: (policy: string) => Level;
}

/** Name of the rule where none was written: what no rule allows is beyond. */
export const NO_RULE = "default";

/** Tolerances first, then waivers, then what is merely ahead. */
export function verdictOf(divergence: Divergence, bench: Bench): Verdicted {
  if (bench.touched?.(divergence) === false)
    return { verdict: "within", level: "disabled", rule: "gate", because: "the previewed change does not touch it" };
  if (divergence.group !== undefined) return grouped(divergence.group, bench);
  const ruling = bench.rulings(divergence);
  const judged = tolerated(divergence, ruling, bench);
  if (judged.verdict !== "beyond") return judged;
  return waived(divergence, judged, bench) ?? leading(divergence, judged, bench) ?? enforced(divergence, judged, bench);
}

/** A subsystem that one side does not have, or has in another kind, on purpose. */
function grouped({ as, name, reason }: NonNullable<Divergence["group"]>, { options }: Bench): Verdicted {
  const rule = `${as === "absent" ? "absent" : "substitutes"} ${JSON.stringify(name)}`;
  return { verdict: "within", level: options.level, rule, because: reason };
}

function tolerated(divergence: Divergence, ruling: Ruling, bench: Bench): Verdicted {
  const level = levelOf(divergence, ruling, bench);
  const decision = decisionOf(divergence, ruling, bench.options);
  const rule = ruling.allow?.rule.name ?? ruling.level?.rule.name ?? NO_RULE;
  if (decision.holds === true) return { verdict: "within", level, rule, because: ruling.allow?.rule.reason };
  const unknown = divergence.undetermined ?? (decision.holds === "unknown" ? decision.because : undefined);
  if (unknown !== undefined) return undetermined(unknown, level, rule, bench.options);
  return { verdict: "beyond", level, rule, because: decision.holds === false ? decision.because : undefined };
}

function decisionOf(divergence: Divergence, { allow }: Ruling, options: JudgeOptions): Decision {
  if (allow === undefined) return { holds: false, because: "nothing allows it" };
  const { catalogue, environments, project } = options;
  const measured: Measured = { divergence, catalogue, environments, project };
  return decide(allow.allow, measured);
}

function levelOf(divergence: Divergence, { level }: Ruling, { options, policyLevel }: Bench): Level {
  const usual = divergence.kind === "shared" ? "advisory" : policyLevel(ownerOf(divergence));
  return lower(lower(level?.level ?? usual, options.level), divergence.atMost ?? "mandatory");
}

const UNDETERMINED_LEVELS: Readonly<Record<JudgeOptions["undetermined"], Level>> = {
  ignore: "disabled",
  advisory: "advisory",
  mandatory: "mandatory",
};

function undetermined(because: string, level: Level, rule: string, options: JudgeOptions): Verdicted {
  return { verdict: "undetermined", level: lower(level, UNDETERMINED_LEVELS[options.undetermined]), rule, because };
}

function waived(divergence: Divergence, { level }: Verdicted, { waivers }: Bench): Verdicted | undefined {
  const found = waivers
    .filter(({ waiver, expired, matches }) => !expired && matches(divergence) && covers(waiver, divergence))
    .map(({ waiver }) => waiver);
  const named = found.filter(({ id }) => isFingerprint(id, divergence));
  const [waiver, another] = named.length > 0 ? named : found;
  if (waiver === undefined) return undefined;
  if (another !== undefined) throw twoFor(divergence, waiver, another);
  const { id, reason, expires } = waiver;
  return {
    verdict: "waived",
    level,
    rule: `waiver ${id}`,
    because: `${reason || "no reason given"}, until ${expires}`,
  };
}

function twoFor({ id, symbolicName, key }: Divergence, one: Waiver, other: Waiver): UsageError {
  const what = `${symbolicName}${key === undefined ? "" : ` ${key}`} (${id})`;
  return new UsageError(
    `waivers ${one.id} (${one.place}) and ${other.id} are both for one divergence, ${what}; keep one`,
    other.place,
  );
}

function leading(divergence: Divergence, judged: Verdicted, { ahead, touched }: Bench): Verdicted | undefined {
  if (touched !== undefined) return undefined;
  const found = aheadness(divergence, ahead);
  if (found === "no") return undefined;
  const days = `${ahead.leadDays} days`;
  if (found === "late")
    return { ...judged, because: `${judged.because ?? ""} first here for more than ${days}`.trim() };
  return { verdict: "ahead", level: lower(judged.level, "advisory"), rule: "lead", because: `for ${days} at most` };
}

/** `enforce: introduced`: what was there before is only advised upon. */
function enforced({ status }: Divergence, judged: Verdicted, { options }: Bench): Verdicted {
  if (options.enforce === "all" || status !== "existing") return judged;
  return { ...judged, level: lower(judged.level, "advisory"), because: judged.because ?? "it was there before" };
}
