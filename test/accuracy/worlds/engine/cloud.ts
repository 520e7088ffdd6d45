import type { Place } from "./app";
import { type CloudType, readCloudTypes } from "./cloud-types";
import { drawn, isAlphabet, uuid } from "./random";
import type { Plain, PlainMap } from "./wired";

const TYPES = readCloudTypes();
const UNKNOWN: CloudType = { auto: undefined, outputs: [["id", "{name}-{hex:8}"]] };

export function cloudType(type: string): CloudType {
  return TYPES.get(type) ?? UNKNOWN;
}

/** The outputs that identify one resource, the id among them. */
export function physical({ outputs }: CloudType, place: Place, urn: string, inputs: PlainMap): PlainMap {
  const known: Record<string, Plain> = { ...inputs };
  for (const [output, template] of outputs)
    known[output] = inPartition(template, place.region).replace(/\{([^{}]+)\}/g, (_, name: string) =>
      filled(name, place, [urn, place.account, place.stack, output], known),
    );
  return Object.fromEntries(Object.entries(known).filter(([output]) => output === "id" || !(output in inputs)));
}

/** Some regions are clouds of their own, with other ARNs and hosts. */
function inPartition(template: string, region: string): string {
  if (region.startsWith("cn-"))
    return template.replaceAll("arn:aws:", "arn:aws-cn:").replaceAll(".amazonaws.com", ".amazonaws.com.cn");
  return region.startsWith("us-gov-") ? template.replaceAll("arn:aws:", "arn:aws-us-gov:") : template;
}

function filled(name: string, place: Place, of: readonly string[], known: PlainMap): string {
  if (name === "account") return place.account;
  if (name === "region") return place.region;
  if (name === "uuid") return uuid(...of);
  const [alphabet = "", length = "8"] = name.split(":");
  if (isAlphabet(alphabet)) return drawn(alphabet, Number(length), ...of);
  const value = name
    .split(".")
    .reduce<Plain | undefined>((within, key) => (isMap(within) ? within[key] : undefined), known);
  return typeof value === "string" ? value : (of[0]?.split("::").at(-1) ?? "");
}

function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
