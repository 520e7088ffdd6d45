export type { SecretContent } from "./candidates";
export { createRedactor, SECRET_MARK } from "./redactor";
export { redactStack } from "./stack";
