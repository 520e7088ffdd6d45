import { LEVELS, type Level } from "../vocabulary";

/** The one that rejects less. */
export function lower(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other;
}
