import type { ParityConfig } from "../../core/config";
import { UsageError } from "../../core/errors";
import type { ParityPolicy } from "../../core/policy";
import { policies } from "../../policies/list";

/** The built-in policies and those of the modules that parity.yaml names. Throws UsageError where one cannot be had. */
export function allPolicies({ policies: modules }: Pick<ParityConfig, "policies">): readonly ParityPolicy[] {
  return [...policies, ...modules.flatMap(policiesOf)];
}

function policiesOf(file: string): readonly ParityPolicy[] {
  const found = exportsOf(file).filter(isPolicy);
  if (found.length > 0) return found;
  throw new UsageError("exports no policy; export what defineParityPolicy gives", file);
}

function exportsOf(file: string): readonly unknown[] {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the name is known only at run time
    const loaded: unknown = require(file);
    return Object.values(Object(loaded) as Record<string, unknown>).flat();
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new UsageError(`the policies cannot be loaded: ${reason ?? ""}`, file);
  }
}

function isPolicy(value: unknown): value is ParityPolicy {
  return (
    typeof value === "object" && value !== null && ["name", "description", "level", "mend"].every((key) => key in value)
  );
}
