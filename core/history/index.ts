export { blame, type Blamed, type BlameRequest, type IdsAt } from "./blame";
export { mergeUpdates } from "./timeline";
export { countOf, type Measured, type Trend, type TrendPoint } from "./trend";
export type { Moment, Side, Timeline, Update } from "./types";
