import generated from "../generated/aws-facts.json";
import { renamedModules, renamedTypes } from "./renames";

const generatedRenames = new Map<string, string>(Object.entries(generated.renames));

/** The type as the newest provider calls it. */
export function canonicalType(type: string): string {
  const renamed = renamedTypes.get(type) ?? generatedRenames.get(type) ?? type;
  const slash = renamed.indexOf("/");
  const module = slash < 0 ? undefined : renamedModules.get(renamed.slice(0, slash));
  return module === undefined ? renamed : module + renamed.slice(slash);
}
