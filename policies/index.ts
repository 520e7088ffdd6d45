export { policies } from "./list";
export { environmentParity } from "./pack";
export { defineParityPolicy, type ParityPolicy } from "../core/policy";
export { defineKnobs, USUAL_KNOBS, type Knobs } from "../core/knobs";
export type { Inputs, Report, ResourcePolicy } from "../core/own-policy";
export { Secret, Unknown } from "../core/model/value";
