import type { ParityConfig } from "../../core/config";
import { ReadError, UsageError } from "../../core/errors";
import type { ParityPolicy } from "../../core/policy";
import { policies } from "../../policies/list";

/** The built-in policies and those of the modules that parity.yaml names. Throws UsageError where one cannot be had. */
export function allPolicies({ policies: modules }: Pick<ParityConfig, "policies">): readonly ParityPolicy[] {
  return [...policies, ...modules.flatMap(policiesOf)];
}

function policiesOf(file: string): readonly ParityPolicy[] {
  const found = exportsOf(file).filter(isPolicy);
  if (found.length > 0) return found.map((policy) => named(policy, file));
  throw new UsageError("exports no policy; export what defineParityPolicy gives", file);
}

/** Where it fails, the module is named; its errors may be of another copy of this package, and say nothing of themselves. */
function named(policy: ParityPolicy, file: string): ParityPolicy {
  if (policy.find === undefined) return policy;
  const find: ParityPolicy["find"] = (comparison, context) => {
    try {
      return policy.find?.(comparison, context) ?? [];
    } catch (error) {
      throw new ReadError(firstLine(error), file);
    }
  };
  return { ...policy, find };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

function exportsOf(file: string): readonly unknown[] {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the name is known only at run time
    const loaded: unknown = require(file);
    return Object.values(Object(loaded) as Record<string, unknown>).flat();
  } catch (error) {
    throw new UsageError(`the policies cannot be loaded: ${firstLine(error)}`, file);
  }
}

function isPolicy(value: unknown): value is ParityPolicy {
  return (
    typeof value === "object" && value !== null && ["name", "description", "level", "mend"].every((key) => key in value)
  );
}
