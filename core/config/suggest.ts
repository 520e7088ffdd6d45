import { closest, distance } from "fastest-levenshtein";

/** `, did you mean "tolerances"?`, or nothing where more than this share of the letters would have to change. */
export function suggestion(written: string, choices: readonly string[], share = 0.5): string {
  if (choices.length === 0) return "";
  const near = closest(
    written.toLowerCase(),
    choices.map((choice) => choice.toLowerCase()),
  );
  const meant = choices.find((choice) => choice.toLowerCase() === near);
  const limit = Math.max(2, Math.ceil(written.length * share));
  if (meant === undefined || distance(written.toLowerCase(), near) > limit) return "";
  return `, did you mean ${JSON.stringify(meant)}?`;
}
