export { adHocPair, pairsFor } from "./pairs/index";
export { completeSettings, type WalkKnowledge } from "./settings";
export type * from "./entries";
export type * from "./types";
