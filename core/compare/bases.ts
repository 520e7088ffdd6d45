import type { Resource } from "../model/resource";

/** The properties in which a network gives its own address range. */
const OWN_RANGE = ["cidrBlock", "ipCidrRange", "addressPrefix", "addressSpace"];

/** The address ranges that two aligned networks give themselves. */
export function ownRanges(subject: Resource, reference: Resource): readonly (readonly [string, string])[] {
  return OWN_RANGE.flatMap((property) => {
    const [own, other] = [subject.inputs[property], reference.inputs[property]];
    return typeof own === "string" && typeof other === "string" ? [[own, other] as const] : [];
  });
}
