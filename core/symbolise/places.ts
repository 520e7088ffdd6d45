import type { Sides } from "../model/comparison";
import type { Stack } from "../model/stack";

/** Where a stack lives: the account and the regions that its own resources name, the most frequent first. */
export interface Places {
  readonly account: string | undefined;
  readonly regions: readonly string[];
}

const ARN = /^arn:[^:]+:[^:]*:([^:]*):(\d{12})?:/;
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-?\d{1,2}$/;
const PROVIDER_KEYS = ["region", "location"] as const;

export function placesOf(stack: Stack): Places {
  const accounts = new Map<string, number>();
  const regions = new Map<string, number>();
  for (const { id, inputs, outputs, role } of stack.resources) {
    for (const text of [id, outputs.arn]) {
      const match = typeof text === "string" ? ARN.exec(text) : null;
      if (match?.[2] !== undefined) increment(accounts, match[2]);
      if (match?.[1] !== undefined && REGION.test(match[1])) increment(regions, match[1]);
    }
    if (role === "provider")
      for (const key of PROVIDER_KEYS) {
        const text = inputs[key];
        if (typeof text === "string" && REGION.test(text)) increment(regions, text);
      }
  }
  return { account: byFrequency(accounts)[0], regions: byFrequency(regions) };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byFrequency(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

/** Which places stand for which: the account for the account, regions by their position, never what both sides use. */
export function matchPlaces({ subject, reference }: Sides<Places>): readonly Place[] {
  const matched: Place[] = [];
  const [account, other] = [subject.account, reference.account];
  if (account !== undefined && other !== undefined && account !== other)
    matched.push({ subject: account, reference: other, source: "account" });
  const own = subject.regions.filter((region) => !reference.regions.includes(region));
  const theirs = reference.regions.filter((region) => !subject.regions.includes(region));
  own.forEach((region, position) => {
    const counterpart = theirs[position];
    if (counterpart !== undefined) matched.push({ subject: region, reference: counterpart, source: "region" });
  });
  return matched;
}

export interface Place extends Sides<string> {
  readonly source: "account" | "region" | "declared";
}
