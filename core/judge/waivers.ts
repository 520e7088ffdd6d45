import type { Waiver } from "../config/entries";
import type { Divergence } from "../model/comparison";
import { reportedValue } from "../report/value";
import { canonical } from "./measures/contents";
import { numberOf } from "./measures/numbers";
import { compileSelector, type Select, type SelectorContext } from "./selector";

export interface CompiledWaiver {
  readonly waiver: Waiver;
  readonly expired: boolean;
  readonly matches: Select;
}

/** On its last day, in UTC, a waiver still holds. */
export function isExpired({ expires }: Pick<Waiver, "expires">, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}

export function daysLeft({ expires }: Pick<Waiver, "expires">, now: Date): number {
  const today = Date.parse(now.toISOString().slice(0, 10));
  return Math.round((Date.parse(expires) - today) / 86_400_000);
}

export function compileWaivers(
  waivers: readonly Waiver[],
  context: SelectorContext,
  now: Date,
): readonly CompiledWaiver[] {
  return waivers.map((waiver) => ({ waiver, expired: isExpired(waiver, now), matches: waiverSelect(waiver, context) }));
}

/** By fingerprint, or by selectors where it has any beyond project and environment. */
function waiverSelect({ id, select }: Waiver, context: SelectorContext): Select {
  const fits = compileSelector(select, context);
  if (!hasSelectors(select)) return (divergence) => isFingerprint(id, divergence) && fits(divergence);
  return (divergence) => isFingerprint(id, divergence) || fits(divergence);
}

export function hasSelectors(select: Waiver["select"]): boolean {
  return Object.keys(select).some((key) => key !== "project" && key !== "environment");
}

const SHORTEST = 6;

/** A fingerprint may be shortened, as commits are. */
export function isFingerprint(id: string, divergence: Pick<Divergence, "id">): boolean {
  return divergence.id === id || (id.length >= SHORTEST && divergence.id.startsWith(id));
}

/** What was accepted, or something between that and the reference: never worse. */
export function covers({ accepted }: Waiver, { values }: Divergence): boolean {
  if (accepted === undefined) return true;
  const [subject, reference] = [reportedValue(values.subject), reportedValue(values.reference)];
  if (canonical(reference) !== canonical(accepted[1])) return false;
  if (canonical(subject) === canonical(accepted[0])) return true;
  const [was, now, wanted] = [accepted[0], subject, reference].map((value) =>
    typeof value === "number" || typeof value === "string" ? numberOf(value) : undefined,
  );
  if (was === undefined || now === undefined || wanted === undefined) return false;
  return Math.sign(was - wanted) === Math.sign(now - wanted) && Math.abs(now - wanted) < Math.abs(was - wanted);
}
