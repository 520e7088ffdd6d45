import type { Role } from "../../core/model/resource";

/** What a resource is, by its type and the engine's `custom`. */
export function roleOf(type: string, custom: boolean): Role {
  if (type === "pulumi:pulumi:Stack") return "stack";
  if (type.startsWith("pulumi:providers:")) return "provider";
  return custom ? "custom" : "component";
}
