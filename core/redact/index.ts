export type { SecretContent } from "./candidates";
export { createRedactors, SECRET_MARK } from "./redactor";
export { secretsOfCounterparts } from "./counterparts";
export { concealIn, redactStack } from "./stack";
