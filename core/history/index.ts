export { blame, type Blamed } from "./blame";
export {
  daysText,
  lifetimeOf,
  maxAgeOf,
  ownerOfStack,
  provenanceDivergences,
  type ProvenanceFacts,
} from "./provenance/index";
export { mergeUpdates } from "./timeline";
export { countOf, reportedUpdate, type HistoryPoint, type HistoryReport, type ReportedUpdate } from "./trend";
export type { Moment, Side, Since, Update } from "./types";
