import type { Sides } from "../model/comparison";
import type { EnvironmentWords } from "./environment";
import type { Place } from "./places";

/** What one side writes where it means itself, and how that is taken out of its texts. */
export interface Vocabulary {
  readonly environment: EnvironmentWords;
  /** The text without what names the environment, its account and its regions. */
  settle(text: string): string;
}

/** `side` picks this side's spelling of each place. */
export function vocabulary(
  environment: EnvironmentWords,
  places: readonly Place[],
  side: keyof Sides<string>,
): Vocabulary {
  const marks = new Map(places.map((place, position) => [place[side], `{${place.source}${position}}`]));
  if (marks.size === 0) return { environment, settle: (text) => environment.fold(text) };
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${[...marks.keys()].join("|")})(?![0-9])`, "g");
  const settle = (text: string): string =>
    environment.fold(text.replace(pattern, (place) => marks.get(place) ?? place));
  return { environment, settle };
}
