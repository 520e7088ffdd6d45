import type { Moment } from "../../core/history";
import type { Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import type { ReportedDivergence } from "../../core/report/types";

/**
 * The first moment since which neither resource of a divergence has changed, by the engine's own `modified`: a property
 * that differs now has done so since then at least. Undefined where the engine does not say, and for what only one side
 * has: the other side's resource, which is gone, is not there to ask.
 */
export function momentOfLastChange(
  stacks: Sides<Stack>,
  moments: readonly Moment[],
): (divergence: Pick<ReportedDivergence, "subject" | "reference">) => number | undefined {
  const [subject, reference] = [modifiedByUrn(stacks.subject), modifiedByUrn(stacks.reference)];
  return (divergence) => {
    const own = subject.get(divergence.subject ?? "");
    const other = reference.get(divergence.reference ?? "");
    if (own === undefined || other === undefined) return undefined;
    const index = moments.findIndex(({ at }) => at >= Math.max(own, other));
    return index < 0 ? undefined : index;
  };
}

function modifiedByUrn({ resources }: Stack): ReadonlyMap<string, number> {
  return new Map(
    resources.flatMap(({ urn, modified }) => {
      const time = modified === undefined ? NaN : Date.parse(modified);
      return Number.isNaN(time) ? [] : [[urn, time] as const];
    }),
  );
}
