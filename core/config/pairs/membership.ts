import { UsageError } from "../../errors";
import type { Environment } from "../entries";
import { isGuessed } from "../guess";
import type { ParityConfig, StackIdentity } from "../types";
import { fullName, stackPattern, type Captures, type StackPattern } from "./stack-pattern";

/** How a stack belongs to an environment. */
export interface Membership {
  readonly environment: Environment;
  readonly pattern: StackPattern;
  readonly captures: Captures;
}

/** The one environment that a stack belongs to, or none. Throws UsageError where it stands in two. */
export function membershipOf(config: ParityConfig, stack: StackIdentity): Membership | undefined {
  const [first, second] = config.environments.flatMap((environment) => memberships(environment, stack).slice(0, 1));
  if (first !== undefined && second !== undefined && !isGuessed(first.environment)) throw inTwo(stack, first, second);
  return first;
}

/** Every pattern of one environment that the stack fits, the first one first. */
export function memberships(environment: Environment, stack: StackIdentity): readonly Membership[] {
  return environment.stacks.flatMap((text) => {
    const pattern = stackPattern(text);
    const captures = pattern.match(stack);
    return captures === undefined ? [] : [{ environment, pattern, captures }];
  });
}

function inTwo(stack: StackIdentity, first: Membership, second: Membership): UsageError {
  const said = [first, second].map(({ environment, pattern }) => `${environment.name} (${pattern.text})`);
  return new UsageError(
    `stack ${fullName(stack)} stands in two environments, ${said.join(" and ")}; narrow one of the patterns`,
    second.environment.place,
  );
}
