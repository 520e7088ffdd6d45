import type { StackIdentity } from "../../core/config";
import { GUESSED_ENVIRONMENTS } from "../../core/config/guess";
import { memberships } from "../../core/config/pairs/membership";
import { sameStack } from "../../core/config/pairs/stack-pattern";
import type { Sides } from "../../core/model/comparison";

/** Environment name → patterns of its stacks, the reference first. */
export type ProposedEnvironments = ReadonlyMap<string, readonly string[]>;

export const REFERENCE = "production";

/** Environments by what the stacks are called. */
export function proposeEnvironments(stacks: readonly StackIdentity[]): ProposedEnvironments {
  const proposed = new Map<string, string[]>();
  for (const stack of stacks) {
    const { name, pattern } = guessOf(stack);
    const patterns = proposed.get(name) ?? [];
    if (!patterns.includes(pattern)) proposed.set(name, [...patterns, pattern]);
  }
  return inOrder(proposed);
}

/** For two stacks that were named: what they are called does not matter. None where both are called the same. */
export function environmentsOfPair({ subject, reference }: Sides<StackIdentity>): ProposedEnvironments {
  if (sameStack(subject, reference)) return new Map();
  const [ours, theirs] = [guessOf(subject), guessOf(reference)];
  const areGuessed = theirs.name === REFERENCE && ours.name !== REFERENCE;
  if (areGuessed && ours.pattern !== "*/*") return proposeEnvironments([reference, subject]);
  return new Map([
    [REFERENCE, [`${reference.project}/${reference.stack}`]],
    [areGuessed ? ours.name : "staging", [`${subject.project}/${subject.stack}`]],
  ]);
}

/** A stack that has no usual name stands for itself, else one pattern would take every other stack too. */
function guessOf(stack: StackIdentity): { readonly name: string; readonly pattern: string } {
  const found = GUESSED_ENVIRONMENTS.flatMap((environment) => memberships(environment, stack))[0];
  const pattern = found?.pattern.text ?? "*/*";
  return { name: found?.environment.name ?? "preview", pattern: pattern === "*/*" ? `*/${stack.stack}` : pattern };
}

function inOrder(proposed: ReadonlyMap<string, readonly string[]>): ProposedEnvironments {
  return new Map([...proposed].sort(([one], [other]) => Number(other === REFERENCE) - Number(one === REFERENCE)));
}

/** The section of parity.yaml. */
export function environmentLines(environments: ProposedEnvironments): readonly string[] {
  if (environments.size === 0) return [];
  const judged = environments.has(REFERENCE);
  return [
    "environments:",
    ...[...environments].map(([name, patterns]) => {
      const reference = judged && name !== REFERENCE ? `, reference: ${REFERENCE}` : "";
      return `  ${name}: { stacks: ${JSON.stringify(patterns)}${reference} }`;
    }),
    "",
  ];
}
