import generated from "../generated/aws-facts.json";
import { movedKinds, renamedModules, renamedTypes } from "./renames";

const generatedRenames = new Map<string, string>(Object.entries(generated.renames));

/** The type as the newest provider calls it. */
export function canonicalType(type: string): string {
  if (type.startsWith("kubernetes:")) return canonicalKind(type);
  const renamed = renamedTypes.get(type) ?? generatedRenames.get(type) ?? type;
  const slash = renamed.indexOf("/");
  const module = slash < 0 ? undefined : renamedModules.get(renamed.slice(0, slash));
  return module === undefined ? renamed : module + renamed.slice(slash);
}

const VERSIONED = /^kubernetes:([^/:]+)\/v\d[^/:]*:(\w+)$/;

/** An object is the same in every version of its interface: `kubernetes:batch/v1beta1:CronJob` and `batch/v1`. */
function canonicalKind(type: string): string {
  const [, group = "", kind = ""] = VERSIONED.exec(type) ?? [];
  if (kind === "") return type;
  return `kubernetes:${group === "extensions" ? (movedKinds.get(kind) ?? group) : group}/v1:${kind}`;
}
