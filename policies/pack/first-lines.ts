import type { ResolvedPair } from "../../core/config";

/** What to commit where no parity.yaml was found and the pair was only guessed. */
export function firstLines({ subject, reference, environments }: ResolvedPair): string {
  return `no parity.yaml was found: ${subject.stack} is judged against ${reference.stack} on a guess, and nothing is rejected.
Commit this as parity.yaml to have it judged in earnest:

  extends: [standard]
  environments:
    ${environments.reference}: { stacks: ["*/${reference.stack}"] }
    ${environments.subject}: { stacks: ["*/${subject.stack}"], reference: ${environments.reference} }
  reference: [{ stack: "{organization}/{project}/{stack}" }]
`;
}
