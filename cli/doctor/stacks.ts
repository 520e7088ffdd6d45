import { pairsFor, type ParityConfig, type ResolvedPair, type StackIdentity } from "../../core/config";
import { membershipOf } from "../../core/config/pairs/membership";
import { fullName } from "../../core/config/pairs/stack-pattern";
import { exemptionOf, unjudgedStack } from "../audit/unjudged";
import { failedCheck, type Check } from "./check";

export interface JudgedStacks {
  readonly checks: readonly Check[];
  readonly pairs: readonly ResolvedPair[];
}

/** Which of these stacks is judged against which; `known` are all that there are. */
export function checkStacks(
  config: ParityConfig,
  stacks: readonly StackIdentity[],
  known: readonly StackIdentity[],
): JudgedStacks {
  if (stacks.length === 0) {
    const next = "`pulumi stack init` makes one";
    return { checks: [{ check: "stacks", state: "warning", message: "there are none yet", next }], pairs: [] };
  }
  const each = stacks.map((stack) => checkStack(config, stack, known));
  return { checks: each.flatMap(({ checks }) => checks), pairs: each.flatMap(({ pairs }) => pairs) };
}

function checkStack(config: ParityConfig, stack: StackIdentity, known: readonly StackIdentity[]): JudgedStacks {
  const check = "stacks";
  const name = fullName(stack);
  const say = (message: string) => ({ checks: [{ check, state: "ok", message: `${name}: ${message}` } as const] });
  const [exempt] = exemptionOf(config.exempt, stack);
  if (exempt !== undefined) return { ...say(`exempt, ${exempt.why}`), pairs: [] };
  try {
    const pairs = pairsFor(config, stack, known);
    if (pairs.length > 0) return { ...say(pairs.map(inWords).join("; ")), pairs };
    const [unjudged] = unjudgedStack(config, stack, pairs);
    if (unjudged !== undefined) return { checks: [nothingJudges(name, unjudged.why)], pairs };
    return { ...say(`${membershipOf(config, stack)?.environment.name ?? ""}, which others are judged against`), pairs };
  } catch (error) {
    return { checks: [failedCheck(check, error)], pairs: [] };
  }
}

function inWords({ environments, reference, gate }: ResolvedPair): string {
  return `${environments.subject}, ${gate ? "gated by" : "judged against"} ${fullName(reference)}`;
}

function nothingJudges(name: string, why: string): Check {
  const next = "give it an environment in parity.yaml, or say under exempt: why none judges it";
  return { check: "stacks", state: "warning", message: `${name}: nothing judges it, ${why}`, next };
}
