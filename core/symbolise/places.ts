import type { Sides } from "../model/comparison";
import type { Stack } from "../model/stack";

/** How often a stack's own resources name something, the most frequent first. */
export type Frequencies = ReadonlyMap<string, number>;

/** Where a stack lives: the accounts and regions that its own resources name. */
export interface Places {
  readonly accounts: Frequencies;
  readonly regions: Frequencies;
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
  return { accounts: byFrequency(accounts), regions: byFrequency(regions) };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byFrequency(counts: Frequencies): Frequencies {
  return new Map([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}

/** A text that stands for another one on the other side. */
export interface Place extends Sides<string> {
  readonly source: "account" | "region" | "declared";
  /** How many of the subject's resources name it. */
  readonly occurrences: number;
}

/** Which places stand for which: by their position among those that only one side has. */
export function matchPlaces({ subject, reference }: Sides<Places>): readonly Place[] {
  return [
    ...matchByPosition(subject.accounts, reference.accounts, "account"),
    ...matchByPosition(subject.regions, reference.regions, "region"),
  ];
}

function matchByPosition(own: Frequencies, other: Frequencies, source: Place["source"]): readonly Place[] {
  const theirs = [...other.keys()].filter((place) => !own.has(place));
  return [...own]
    .filter(([place]) => !other.has(place))
    .flatMap(([place, occurrences], position) => {
      const counterpart = theirs[position];
      return counterpart === undefined ? [] : [{ subject: place, reference: counterpart, source, occurrences }];
    });
}
