export { blame, type Blamed } from "./blame";
export { lifetimeLeft, provenanceDivergences, type ProvenanceFacts } from "./provenance";
export { mergeUpdates } from "./timeline";
export { countOf, reportedUpdate, type HistoryPoint, type HistoryReport, type ReportedUpdate } from "./trend";
export type { Moment, Side, Update } from "./types";
