import { fingerprint } from "../model/fingerprint";
import type { Comparison } from "../model/comparison";
import { UNEXPLAINED } from "../model/unexplained";
import type { Finding } from "../model/finding";
import { plainLine } from "../report/plain";
import type { Level } from "../vocabulary";
import { lower } from "./levels";
import type { Bench } from "./verdict";
import { covers, daysLeft, hasSelectors, type CompiledWaiver } from "./waivers";
import { plainFacts } from "../model/plain-facts";

/** Days before its last one from which on a waiver is called about to expire. */
export const WARNING_DAYS = 14;

export const WAIVER_TYPE = "parity:waiver:Waiver";

/** What is to be said of the waivers themselves: each of these is a finding of waiver-hygiene. */
export function hygiene(
  comparison: Comparison,
  findings: readonly Finding[],
  bench: Bench,
  now: Date,
): readonly Finding[] {
  return bench.waivers.flatMap((compiled) =>
    complaints(compiled, comparison, findings, now).map((complaint) => toFinding(compiled, complaint, bench)),
  );
}

interface Complaint {
  /** What about the waiver: a key of it, or `used`. */
  readonly about: "expires" | "used" | "accepted" | "reason" | "owner";
  readonly text: string;
  readonly level: Level;
}

function complaints(
  compiled: CompiledWaiver,
  comparison: Comparison,
  findings: readonly Finding[],
  now: Date,
): readonly Complaint[] {
  const { waiver, expired, matches } = compiled;
  const found = comparison.divergences.filter(matches);
  const used = findings.some(({ rule }) => rule === `waiver ${waiver.id}`);
  const left = daysLeft(waiver, now);
  const said: (Complaint | false)[] = [
    expired && { about: "expires", text: `expired on ${waiver.expires}; renew or delete it`, level: "advisory" },
    !expired &&
      left <= WARNING_DAYS && {
        about: "expires",
        text: `ends in ${left} days, on ${waiver.expires}`,
        level: "advisory",
      },
    !expired &&
      !used &&
      found.length === 0 &&
      isLocal(compiled) && { about: "used", text: "covers nothing; delete it", level: "advisory" },
    !expired &&
      found.length > 0 &&
      found.every((divergence) => !covers(waiver, divergence)) && {
        about: "accepted",
        text: "its divergence now has other values than were accepted",
        level: "advisory",
      },
    waiver.reason === "" && { about: "reason", text: "gives no reason", level: "mandatory" },
    waiver.owner === "" && { about: "owner", text: "has no owner", level: "mandatory" },
  ];
  return said.filter((complaint) => complaint !== false);
}

/** A bare fingerprint may be one of another pair; only what says where it belongs can be called unused here. */
function isLocal({ waiver: { select } }: CompiledWaiver): boolean {
  return hasSelectors(select) || select.project !== undefined || select.environment !== undefined;
}

function toFinding(
  { waiver }: CompiledWaiver,
  { about, text, level }: Complaint,
  { options, policyLevel }: Bench,
): Finding {
  const usual = lower(level, policyLevel("waiver-hygiene"));
  return {
    ...UNEXPLAINED,
    id: fingerprint(`waiver ${waiver.id} ${about}`),
    kind: "changed",
    type: WAIVER_TYPE,
    subject: undefined,
    reference: undefined,
    symbolicName: waiver.id,
    path: [about],
    key: about,
    values: { subject: valueOf(about, waiver) || text, reference: undefined },
    facts: FACTS,
    policy: "waiver-hygiene",
    verdict: "beyond",
    level: lower(usual, options.level),
    rule: `waiver ${waiver.id}`,
    message: plainLine(`waiver ${waiver.id} (${waiver.place}) ${text}`),
  };
}

function valueOf(about: Complaint["about"], { expires, reason, owner }: CompiledWaiver["waiver"]): string {
  return about === "expires" ? expires : about === "reason" ? reason : about === "owner" ? owner : "";
}

const FACTS = plainFacts("waiver-hygiene", "text", "waiver");
