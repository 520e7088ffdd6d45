/** The stack's name in a URN. */
export function urnStack(urn: string): string {
  return urn.split("::")[0]?.split(":")[2] ?? "";
}

/** The type token in a URN, without those of its parents. */
export function urnToken(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** The resource's name in a URN. */
export function urnName(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
