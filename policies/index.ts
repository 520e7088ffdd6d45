import type { ParityPolicy } from "../core/policy";

/** All built-in policies, in the order of the documentation. */
export const policies: readonly ParityPolicy[] = [];
