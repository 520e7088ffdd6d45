import { cel, firstLine, type CelScope } from "../../expression/cel";
import { celMap, celValue } from "../../expression/cel-values";
import { pattern } from "../../expression/pattern";
import { UsageError } from "../../errors";
import { Special, type Value } from "../../model/value";
import { fails, when, type Decision, type Measured } from "./decision";

/** Regular expressions that the whole values must fit. */
export function fitsPattern(
  sides: { readonly subject: string | undefined; readonly reference: string | undefined },
  { divergence: { values } }: Measured,
): Decision {
  for (const side of ["subject", "reference"] as const) {
    const source = sides[side];
    if (source === undefined) continue;
    const text = textOf(values[side]);
    if (text === undefined || !pattern(source)(text)) return fails(`the ${side}'s value does not fit ${source}`);
  }
  return { holds: true };
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

/**
 * A condition over both resources, both values and the environment. What a resource does not have, or has too much of,
 * does not hold; an expression that is wrong in itself throws UsageError, with its place.
 */
export function holdsInCel(
  { expression, place }: { readonly expression: string; readonly place: string },
  measured: Measured,
): Decision {
  try {
    const result = cel(expression)(scopeOf(measured));
    if (typeof result !== "boolean") throw new TypeError("it gives no true or false");
    return when(result, `${expression} does not hold`);
  } catch (error) {
    const why = firstLine(error);
    const because = `${expression} cannot be worked out: ${why}`;
    if (hasUnknowns(measured)) return { holds: "unknown", because };
    if (error instanceof RangeError || LACKING.test(why)) return fails(because);
    const { symbolicName, type } = measured.divergence;
    throw new UsageError(`this CEL expression cannot be worked out for ${symbolicName} (${type}): ${why}`, place);
  }
}

/** How the library says that the values do not have what the expression names. */
const LACKING = /^No such key|dyn<null>/;

function scopeOf({ divergence, environments, project }: Measured): CelScope {
  const { subject, reference, values, type, symbolicName } = divergence;
  return {
    subject: celMap(subject?.inputs ?? {}),
    reference: celMap(reference?.inputs ?? {}),
    value: celMap({ subject: values.subject ?? null, reference: values.reference ?? null }),
    resource: celValue({ type, name: symbolicName, project }) ?? null,
    environment: celMap(environments),
  };
}

/** Only top-level values: what an expression names is there or it is not. */
function hasUnknowns({ divergence: { subject, reference } }: Measured): boolean {
  return [subject, reference].some((resource) =>
    Object.values(resource?.inputs ?? {}).some((value) => value instanceof Special && value.special === "unknown"),
  );
}
