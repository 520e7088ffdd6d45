import type { Ledger } from "../align/ledger";
import type { Resource } from "../model/resource";

/** A resource that only one side has. */
export interface Unpaired {
  readonly side: "subject" | "reference";
  readonly index: number;
  readonly resource: Resource;
}

/** What has no counterpart; what was only read belongs to neither stack. */
export function unpaired(ledger: Ledger): readonly Unpaired[] {
  return (["reference", "subject"] as const).flatMap((side) => {
    const { resources, symbolised } = ledger.sides[side];
    const owned = symbolised.stack.resources.length;
    return ledger.free(side).flatMap((index) => {
      const resource = resources[index];
      return resource === undefined || index >= owned || resource.role === "stack" ? [] : [{ side, index, resource }];
    });
  });
}
