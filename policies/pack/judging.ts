export { prepare } from "./preparation";
export { judgeRun } from "./judgement";
export type { Judgement } from "./judgement";
