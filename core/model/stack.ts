import type { Resource } from "./resource";

/**
 * `state`: what is deployed. `preview`: what is about to be, with unknowns. `plan`: what the same commit would make of
 * the reference, recorded in its preview. `evidence`: no resources of the cloud, only documents.
 */
export type Phase = "state" | "preview" | "plan" | "evidence";

/** One stack, read from anywhere into the one model. Resources stand in the source's order, which means nothing. */
export interface Stack {
  readonly project: string;
  /** The stack's name without organisation and project. */
  readonly name: string;
  readonly organization: string | undefined;
  readonly phase: Phase;
  readonly resources: readonly Resource[];
  /** What the program only read (another stack's outputs, `.get()`): never compared, but values come from there. */
  readonly reads?: readonly Resource[];
  /** ISO 8601: when the state was written, if the source says. */
  readonly capturedAt: string | undefined;
  /** ISO 8601: when this was recorded from the backend or in a preview; undefined where it is not known. */
  readonly recordedAt?: string;
  /** Number or time of the update that made it, as the backend counts. */
  readonly update?: string;
  /** Where it was read, for people: a path, `stack:org/project/name`, `preview`. */
  readonly source: string;
  /** What the source knows of the program that made it. */
  readonly program: ProgramFacts;
}

export interface ProgramFacts {
  readonly commit?: string;
  readonly dirty?: boolean;
  readonly author?: string;
  readonly repository?: string;
  readonly pulumiVersion?: string;
}

/** Whether it was read from a backend just now, not from a file. */
export function isFromBackend({ source }: Pick<Stack, "source">): boolean {
  return source.startsWith("stack:");
}
