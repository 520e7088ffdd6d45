export { writeSnapshot } from "./write";
export { isStale, snapshotChanges, type SnapshotChanges } from "./stale";
