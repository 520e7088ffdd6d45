/** One update of one stack, as its backend recorded it. */
export interface Update {
  /** The backend's own name for it: a version number, or nanoseconds since 1970. */
  readonly id: string;
  /** `update`, `refresh`, `destroy`, `import`… */
  readonly kind: string;
  /** When it ended, milliseconds since 1970, by the clock of the machine that ran it. */
  readonly endedAt: number;
  readonly message: string | undefined;
  readonly commit: string | undefined;
  /** The program's folder held changes that were not committed. */
  readonly dirty: boolean;
  readonly author: string | undefined;
  /** The run of the pipeline that made it. */
  readonly link: string | undefined;
  /** How many resources it changed; undefined where the backend does not say. */
  readonly changes: number | undefined;
}

export type Side = "subject" | "reference";

/** A point in time at which one side changed: what each side's newest update was then. */
export interface Moment {
  /** Milliseconds since 1970; never earlier than the moment before. */
  readonly at: number;
  /** The side whose update this is. */
  readonly side: Side;
  readonly update: Update;
  readonly subject: Update;
  readonly reference: Update;
}

/** When a divergence began, and whose update began it. */
export interface Since {
  readonly at: Date;
  readonly side: Side;
}

export interface Timeline {
  readonly moments: readonly Moment[];
  /** What a reader must know to believe it: clocks that ran backwards, updates in the same second. */
  readonly notes: readonly string[];
}
