export type { SecretContent } from "./candidates";
export { secretTexts } from "./candidates";
export { isSecretName } from "./names";
export type { Redactor } from "./redactor";
export { createRedactor, SECRET_MARK } from "./redactor";
export { redactStack } from "./stack";
