export { blame, type Blamed, type BlameRequest, type IdsAt } from "./blame";
export { lifetimeLeft, provenanceDivergences, type ProvenanceFacts } from "./provenance";
export { mergeUpdates } from "./timeline";
export {
  countOf,
  reportedUpdate,
  type HistoryPoint,
  type HistoryReport,
  type Measured,
  type ReportedUpdate,
} from "./trend";
export type { Moment, Side, Timeline, Update } from "./types";
