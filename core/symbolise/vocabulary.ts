import { escapePattern } from "../escape-pattern";
import type { Sides } from "../model/comparison";
import type { EnvironmentWords } from "./environment";
import type { Place } from "./places";

/** What one side writes where it means itself, and how that is taken out of its texts. */
export interface Vocabulary {
  readonly environment: EnvironmentWords;
  /** The text without what names the environment, its account and its regions. */
  readonly settle: (text: string) => string;
  /** The text without its account and its regions alone. */
  readonly unplace: (text: string) => string;
}

/** `side` picks this side's spelling of each place. */
export function vocabulary(
  environment: EnvironmentWords,
  places: readonly Place[],
  side: keyof Sides<string>,
): Vocabulary {
  const marks = new Map(places.map((place, position) => [place[side], `{${place.source}${position}}`] as const));
  if (marks.size === 0) return { environment, settle: (text) => environment.fold(text), unplace: (text) => text };
  const names = [...marks.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escapePattern)
    .join("|");
  /** A zone is a region and a letter. */
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${names})(?=[a-f]?(?![A-Za-z0-9]))`, "g");
  /** Looking behind every character takes far longer than this, and most texts name no place. */
  const anywhere = new RegExp(names);
  const unplace = (text: string): string =>
    anywhere.test(text) ? text.replace(pattern, (place) => marks.get(place) ?? place) : text;
  return { environment, settle: (text) => environment.fold(unplace(text)), unplace };
}
