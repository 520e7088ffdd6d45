import { closest } from "fastest-levenshtein";
import { UsageError } from "../core/errors";

/** Of commands whose result is for a person or for a machine. */
export const TEXT_FORMATS = ["terminal", "json"] as const;

/** The one of the choices that was typed. Throws UsageError with the nearest, and with all that there are. */
export function oneOf<T extends string>(text: string, choices: readonly T[], option: string): T {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined) throw unknownChoice(text, choices, option);
  return chosen;
}

export function unknownChoice(text: string, choices: readonly string[], option: string): UsageError {
  return new UsageError(
    `${option} does not know ${JSON.stringify(text)}; did you mean ${closest(text, choices)}? (${choices.join(", ")})`,
  );
}
