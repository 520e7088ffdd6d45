import { canonical } from "../../judge/measures/contents";
import type { ToleranceRule } from "../../judge/options";
import { hasSelectors } from "../../judge/waivers";
import { POLICY_NAMES, type Level } from "../../vocabulary";
import { allowanceOf } from "../allowance";
import type { Waiver } from "../entries";
import type { Layer, Problem } from "../layer";
import type { ToleranceEntry, WaiverEntry } from "../schema/document";
import { selection } from "../selection";
import { suggestion } from "../suggest";

/** All tolerances in order: the last that matches wins. */
export function foldTolerances(layers: readonly Layer[]): readonly ToleranceRule[] {
  return layers.flatMap((layer) =>
    (layer.document.tolerances ?? []).map((entry, at) => ({
      name: ruleName(layer, entry, at),
      select: selection(entry),
      allow: allowanceOf(entry, layer.position(["tolerances", at, "allow"])),
      level: levelOf(layer, entry),
      reason: entry.reason,
    })),
  );
}

/** `standard/rds-class` in a preset, else file and line. */
function ruleName({ kind, label, place }: Layer, { name }: ToleranceEntry, at: number): string {
  const where = place(["tolerances", at]);
  if (name === undefined) return where;
  return kind === "preset" ? `${label}/${name}` : `${where} (${name})`;
}

/** A rule that a minor release of a preset brought does not reject whoever pinned an earlier one. */
function levelOf({ pinned }: Layer, { since, level }: ToleranceEntry): Level | undefined {
  const isNew = pinned !== undefined && since !== undefined && later(since, pinned);
  return isNew && level !== "disabled" ? "advisory" : level;
}

function later(one: string, other: string): boolean {
  const [major = 0, minor = 0] = one.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
  return major > otherMajor || (major === otherMajor && minor > otherMinor);
}

/** All waivers, those in files of their own last. */
export function foldWaivers(layers: readonly Layer[]): readonly Waiver[] {
  return waiverEntries(layers).map(({ entry, place }) => ({
    id: entry.id,
    select: selection(entry),
    accepted: entry.accepted,
    reason: entry.reason?.trim() ?? "",
    owner: entry.owner?.trim() ?? "",
    ticket: entry.ticket,
    expires: entry.expires,
    place,
  }));
}

function waiverEntries(layers: readonly Layer[]): readonly { readonly entry: WaiverEntry; readonly place: string }[] {
  return layers.flatMap(({ document, place, waivers }) => [
    ...(document.waivers ?? []).map((entry, at) => ({ entry, place: place(["waivers", at]) })),
    ...waivers,
  ]);
}

export function waiverProblems(waivers: readonly Waiver[]): readonly Problem[] {
  return waivers.flatMap((waiver, at) => {
    const { id, select, place } = waiver;
    const twin = waivers.slice(0, at).find((earlier) => isTwin(earlier, waiver));
    const selected = select.on !== undefined || select.policy !== undefined || select.component !== undefined;
    return [
      ...(twin === undefined ? [] : [{ place, message: twiceText(waiver, twin) }]),
      ...(selected && select.property === undefined && select.change === undefined
        ? [{ place, message: `waiver ${id} says no property and no change: a waiver covers one divergence` }]
        : []),
    ];
  });
}

/** Two for one divergence, whatever it is: of one fingerprint, or of the very same selectors and values. */
function isTwin(one: Waiver, other: Waiver): boolean {
  if (sameFingerprint(one.id, other.id)) return true;
  return (
    hasSelectors(other.select) && canonical([one.select, one.accepted]) === canonical([other.select, other.accepted])
  );
}

const FINGERPRINT = /^[0-9a-f]{6,12}$/;

function sameFingerprint(one: string, other: string): boolean {
  const shortened = FINGERPRINT.test(one) && FINGERPRINT.test(other);
  return one === other || (shortened && (one.startsWith(other) || other.startsWith(one)));
}

function twiceText({ id }: Waiver, earlier: Waiver): string {
  return earlier.id === id
    ? `waiver ${id} stands twice, first at ${earlier.place}; keep one`
    : `waiver ${id} is for the same divergence as ${earlier.id} at ${earlier.place}; keep one`;
}

/** Rules that can never match, by what they say of policies and environments. */
export function ruleWarnings(rules: readonly ToleranceRule[], environments: readonly string[]): readonly Problem[] {
  return rules.flatMap(({ name, select }) => [
    ...unknownWords("policy", select.policy, POLICY_NAMES, name),
    ...unknownWords("environment", select.environment, environments, name),
  ]);
}

/** Policies may be a team's own: only what is nearly a known name is taken for a mistake. */
const TYPING_MISTAKE = 0.2;

function unknownWords(
  what: string,
  written: readonly string[] | undefined,
  known: readonly string[],
  place: string,
): readonly Problem[] {
  return (written ?? [])
    .filter((word) => /^[\w-]+$/.test(word) && !known.includes(word) && suggestion(word, known, TYPING_MISTAKE) !== "")
    .map((word) => ({ place, message: `no ${what} is called ${JSON.stringify(word)}${suggestion(word, known)}` }));
}
