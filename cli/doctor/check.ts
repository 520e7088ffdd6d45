import { ParityError } from "../../core/errors";

/** One thing that has to be in order, and what to do where it is not. */
export interface Check {
  readonly check: CheckName;
  /** `warning`: it works, not as well as it could. `skipped`: it could not be looked at, for what another check says. */
  readonly state: "ok" | "warning" | "failed" | "skipped";
  readonly message: string;
  readonly next?: string | undefined;
  /** Of a failed one: what the command ends with. */
  readonly exitCode?: 2 | 3;
}

export type CheckName =
  | "package"
  | "environment"
  | "pulumi"
  | "login"
  | "project"
  | "parity.yaml"
  | "policies"
  | "stacks"
  | "reference"
  | "evidence";

/** What was expected to go wrong as a failed check; a bug stays one. */
export function failedCheck(check: CheckName, error: unknown, next?: string): Check {
  if (!(error instanceof ParityError)) throw error;
  const place = error.place === undefined || error.message.includes(error.place) ? "" : `${error.place}: `;
  return { check, state: "failed", message: `${place}${error.message}`, next, exitCode: error.exitCode };
}

/** 2 before 3: what is written wrongly is mended first. 0 where nothing failed. */
export function doctorExitCode(checks: readonly Check[]): 0 | 2 | 3 {
  const codes = checks.flatMap(({ exitCode }) => exitCode ?? []);
  if (codes.length === 0) return 0;
  return codes.includes(2) ? 2 : 3;
}
