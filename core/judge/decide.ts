import { Special } from "../model/value";
import type { Allow } from "./allow";
import { contents, oneOf, presentOnBoth } from "./measures/contents";
import { fails, HOLDS, type Decision, type Measured } from "./measures/decision";
import { direction } from "./measures/direction";
import { duration } from "./measures/duration";
import { fitsPattern, holdsInCel } from "./measures/expressions";
import { flagAhead } from "./measures/flag-ahead";
import { ratio } from "./measures/ratio";
import { size } from "./measures/size";
import { version } from "./measures/version";

/** Whether an `allow` covers a divergence. */
export function decide(allow: Allow, measured: Measured): Decision {
  switch (allow.kind) {
    case "any":
      return HOLDS;
    case "presentOnBoth":
      return presentOnBoth(measured);
    case "every":
      return every(allow.of, measured);
    case "some":
      return some(allow.of, measured);
    case "cel":
      return holdsInCel(allow, measured);
    case "ahead":
      return flagAhead(allow.days, measured);
    default:
      return unmeasurable(measured) ?? measure(allow, measured);
  }
}

type Measure = Exclude<Allow, { readonly kind: "any" | "presentOnBoth" | "every" | "some" | "cel" | "ahead" }>;

function measure(allow: Measure, measured: Measured): Decision {
  switch (allow.kind) {
    case "equal":
      return fails("it must be equal");
    case "weaker":
    case "stronger":
      return direction(allow.kind, measured);
    case "subset":
    case "superset":
      return contents(allow.kind, measured);
    case "ratio":
      return ratio(allow, measured);
    case "size":
      return size(allow.bounds, measured);
    case "version":
      return version(allow.bounds, measured);
    case "duration":
      return duration(allow.bounds, measured);
    case "oneOf":
      return oneOf(allow.values, measured);
    case "pattern":
      return fitsPattern(allow, measured);
  }
}

/** What nobody knows cannot be measured. */
function unmeasurable({ divergence: { values } }: Measured): Decision | undefined {
  const hidden = [values.subject, values.reference].find(
    (value) => value instanceof Special && (value.special === "unknown" || value.special === "secret"),
  );
  return hidden === undefined ? undefined : { holds: "unknown", because: "a value is not known" };
}

function every(parts: readonly Allow[], measured: Measured): Decision {
  const decisions = parts.map((part) => decide(part, measured));
  return decisions.find(({ holds }) => holds === false) ?? decisions.find(({ holds }) => holds === "unknown") ?? HOLDS;
}

function some(parts: readonly Allow[], measured: Measured): Decision {
  const decisions = parts.map((part) => decide(part, measured));
  if (decisions.some(({ holds }) => holds === true)) return HOLDS;
  const unknown = decisions.find(({ holds }) => holds === "unknown");
  if (unknown !== undefined) return unknown;
  const reasons = decisions.flatMap((decision) => (decision.holds === false ? [decision.because] : []));
  return fails(reasons.join(", and ") || "nothing is allowed");
}
