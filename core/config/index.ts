export { adHocPair, pairsFor } from "./pairs/index";
export { completeSettings } from "./settings";
export type * from "./entries";
export type * from "./types";
