import { isMap } from "../../core/model/value";
import { mapAt, member, textAt } from "../state/shape";
import type { Place, RawMap } from "../state/shape";
import { optionalValue } from "./flag";
import type { Flag } from "./flag";

/** One flag of a flagd (OpenFeature) document: `state`, `variants`, `defaultVariant`, `targeting`. */
export function flagdFlag(key: string, flag: RawMap, place: Place): Flag {
  const metadata = mapAt(flag, "metadata", place);
  const variants = optionalValue(mapAt(flag, "variants", place));
  return {
    key,
    enabled: textAt(flag, "state", place) !== "DISABLED",
    default: textAt(flag, "defaultVariant", place),
    variants: isMap(variants) ? variants : undefined,
    targeting: optionalValue(member(flag, "targeting")),
    changed: metadata?.updatedAt ?? metadata?.createdAt,
  };
}
