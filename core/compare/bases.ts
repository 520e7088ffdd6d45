import type { Resource } from "../model/resource";

/** The properties in which a network gives its own address range. */
const OWN_RANGE = ["cidrBlock", "ipCidrRange", "addressPrefix", "addressSpace"];

/** The address ranges that two aligned networks give themselves. */
export function ownRanges(subject: Resource, reference: Resource): readonly (readonly [string, string])[] {
  const ranges: (readonly [string, string])[] = [];
  for (const property of OWN_RANGE) {
    const own = subject.inputs[property];
    const other = own === undefined ? undefined : reference.inputs[property];
    if (typeof own === "string" && typeof other === "string") ranges.push([own, other]);
  }
  return ranges;
}
