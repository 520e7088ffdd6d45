import { renamedModules, renamedTypes } from "./renames";

/** The type as the newest provider calls it. */
export function canonicalType(type: string): string {
  const slash = type.indexOf("/");
  const module = slash < 0 ? undefined : renamedModules.get(type.slice(0, slash));
  const moved = module === undefined ? type : module + type.slice(slash);
  return renamedTypes.get(moved) ?? moved;
}
