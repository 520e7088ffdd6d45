import type { Filling } from "./database";

/** A change to one file of the working copy: `from` must stand there exactly once. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One step of the story: a change, a command, and what must come of it. */
export interface Scene {
  readonly title: string;
  /** What happens and why, for the person who watches. */
  readonly tell: string;
  readonly stack: "production" | "staging" | "pr-42";
  /** `deploy` runs `pulumi up`; everything else is a preview. */
  readonly command: "preview" | "deploy";
  readonly edits: readonly Edit[];
  /** What staging's database is filled with before, where that changes. */
  readonly data?: Filling;
  readonly expected: "accepted" | "rejected";
  /** What the output must hold, so that the right thing was said for the right reason. */
  readonly says: readonly string[];
  /** The name under which what the engine asked the pack is kept, to be told where there is no engine. */
  readonly recording?: string;
}

/** What happened to a scene. */
export interface Outcome {
  readonly scene: Scene;
  readonly happened: "accepted" | "rejected" | "failed";
  /** What the output should have held and did not. */
  readonly unsaid: readonly string[];
  readonly seconds: number;
}

/** Whether a scene went as it should. */
export function wentWell({ scene, happened, unsaid }: Outcome): boolean {
  return happened === scene.expected && unsaid.length === 0;
}

/** What the pack should have said and did not. */
export function unsaid({ says }: Scene, said: string): readonly string[] {
  return says.filter((text) => !said.includes(text));
}
