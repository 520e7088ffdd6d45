export type { SecretContent } from "./candidates";
export { createRedactor, SECRET_MARK } from "./redactor";
export { secretsOfCounterparts } from "./counterparts";
export { concealIn, redactStack } from "./stack";
