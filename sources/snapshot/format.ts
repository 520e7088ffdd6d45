/** What a snapshot says it is; the number is the major version of the format. */
export const SNAPSHOT_SCHEMA = "parity-snapshot/1";
export const SNAPSHOT_PREFIX = "parity-snapshot/";
export const NEWEST_SNAPSHOT = 1;

/** Key of an object that stands for what JSON cannot say: `{"$parity": "secret"}`. */
export const MARK_KEY = "$parity";

/** Header fields that change with every recording and say nothing of what the stack is. */
export const VOLATILE_FIELDS = ["capturedAt", "recordedAt", "update", "program"] as const;
