import { closest, distance } from "fastest-levenshtein";

/** `, did you mean "tolerances"?`, or nothing where no choice comes near. */
export function suggestion(written: string, choices: readonly string[]): string {
  if (choices.length === 0) return "";
  const near = closest(
    written.toLowerCase(),
    choices.map((choice) => choice.toLowerCase()),
  );
  const meant = choices.find((choice) => choice.toLowerCase() === near);
  const limit = Math.max(2, Math.floor(written.length / 3));
  if (meant === undefined || distance(written.toLowerCase(), near) > limit) return "";
  return `, did you mean ${JSON.stringify(meant)}?`;
}
