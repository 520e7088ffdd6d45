import type { ReportViolation } from "@pulumi/policy";

/**
 * One line of the engine's policy report. A level is sent only to lower the configured one; a URN that the deployment
 * does not have falls back to the stack.
 */
export interface Violation {
  readonly message: string;
  /** The policy that it belongs to, where another reports it. */
  readonly name?: string;
  readonly urn?: string;
  readonly enforcementLevel?: "advisory";
  readonly severity?: "low" | "medium" | "high" | "critical";
}

/** Reports in the SDK's object form, which its types do not show: the text form would prepend the description. */
export function reportViolation(report: ReportViolation, violation: Violation): void {
  Reflect.apply(report, undefined, [violation]);
}
