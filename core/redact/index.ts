export type { SecretContent } from "./candidates";
export type { Redactor } from "./redactor";
export { createRedactor, SECRET_MARK } from "./redactor";
export { redactStack } from "./stack";
