import type { Since } from "../types";

/** What cannot be read from the two stacks themselves; every field may be unknown. */
export interface ProvenanceFacts {
  /** How the subject's commit stands to the reference's, by git. */
  readonly relation?: "same" | "ahead" | "behind" | "diverged" | "unknown";
  /** Days for which an environment like the subject may live. */
  readonly lifetimeDays?: number | undefined;
  /** Days after which the recording of a reference is too old to judge by. */
  readonly maxReferenceAgeDays?: number | undefined;
  /** Days after which each side's last update is too long ago. */
  readonly maxDeploymentAgeDays?: { readonly subject?: number | undefined; readonly reference?: number | undefined };
  /** Policy name, or `*`, → days that a divergence may last. */
  readonly maxAgeDays?: Readonly<Record<string, number>>;
  /** Fingerprint → when the divergence began, from the history; of those alone that have lasted long. */
  readonly began?: ReadonlyMap<string, Since> | undefined;
  /** Key of the tag that must say whose the subject is. */
  readonly ownerTag?: string | undefined;
  /** Tags of the subject's stack itself, which its resources do not say; undefined where they cannot be had. */
  readonly stackTags?: Readonly<Record<string, string>> | undefined;
}
