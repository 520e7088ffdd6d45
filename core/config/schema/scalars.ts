import { z } from "zod";
import { LEVELS } from "../../vocabulary";

/** The smallest words of parity.yaml. Everything that the schema says must also be sayable in JSON Schema. */
export const text = z.string().min(1);

export const level = z
  .enum(LEVELS)
  .meta({ description: "mandatory rejects, advisory warns, disabled is only counted" });

export const enforce = z.enum(["all", "introduced"]).meta({
  description: "introduced: a preview rejects only what it introduced or worsened",
});

export const undetermined = z.enum(["ignore", "advisory", "mandatory"]).meta({
  description: "what becomes of a divergence that cannot be known before it is deployed",
});

export const absence = z.enum(["advisory", "mandatory"]).meta({
  description: "what becomes of a stack whose reference does not exist",
});

export const DURATION = /^(?:0|\d{1,6}(?:\.\d{1,3})?(?:s|m|h|d|w))$/;

/** `90s`, `15m`, `12h`, `14d`, `2w`, or 0. */
export const duration = z
  .union([z.literal(0), z.string().regex(DURATION)])
  .meta({ description: "a time span: 90s, 15m, 12h, 14d, 2w, or 0" });

/** The last day on which something holds. */
export const day = z.iso.date().meta({ description: "a day, 2027-01-31, inclusive, in UTC" });

export const environmentName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);

/** One, or a list with at least one. */
export function oneOrMany<T extends z.ZodType>(one: T) {
  return z.union([one, z.array(one).min(1)]);
}

/** Refuses an object of which fewer keys than this are there, in the parser and in the JSON Schema alike. */
export function atLeast(count: number) {
  const fits = (value: object) => Object.keys(value).length >= count;
  return { fits, meta: { minProperties: count } };
}
