import { z } from "zod";
import { ALLOW_WORDS, VERSION_STEPS } from "../../judge/allow";
import { atLeast, duration, oneOrMany, text } from "./scalars";

const ratio = z
  .strictObject({
    min: z.number().min(0).optional().meta({ description: "the smallest ratio that is allowed" }),
    max: z.number().min(0).optional().meta({ description: "the largest" }),
  })
  .refine(atLeast(1).fits, "give min, max or both")
  .meta({ ...atLeast(1).meta, description: "subject divided by reference; a reference of 0 allows only 0" });

const size = z
  .strictObject({
    family: z
      .enum(["same", "architecture", "any"])
      .optional()
      .meta({ description: "same where not said; architecture: only that must agree" }),
    stepsDown: z.int().min(0).max(50).optional().meta({ description: "how many sizes smaller" }),
    stepsUp: z.int().min(0).max(50).optional().meta({ description: "how many sizes larger" }),
  })
  .meta({ description: "sizes smaller or larger on the provider's ladder, in the same family unless said otherwise" });

const step = z.enum(VERSION_STEPS);
const version = z
  .strictObject({
    lead: step.optional().meta({ description: "how far the subject may be ahead" }),
    lag: step.optional().meta({ description: "how far it may be behind" }),
  })
  .meta({ description: "how far the subject may be ahead of and behind the reference; none where not said" });

const durationBounds = z
  .strictObject({
    min: duration.optional().meta({ description: "the shortest that the subject may have" }),
    max: duration.optional().meta({ description: "the longest" }),
    ratio: ratio.optional(),
  })
  .refine(atLeast(1).fits, "give min, max or ratio")
  .meta({ ...atLeast(1).meta, description: "bounds of the subject's duration, in time or relative to the reference" });

const pattern = z
  .union([
    text,
    z
      .strictObject({
        subject: text.optional().meta({ description: "for the subject's value" }),
        reference: text.optional().meta({ description: "for the reference's" }),
      })
      .refine(atLeast(1).fits, "give subject, reference or both")
      .meta(atLeast(1).meta),
  ])
  .meta({ description: "a regular expression (RE2) that the whole value must fit; one text: on both sides" });

const measures = z
  .strictObject({
    ratio: ratio.optional(),
    size: size.optional(),
    version: version.optional(),
    duration: durationBounds.optional(),
    oneOf: z
      .array(z.tuple([z.unknown(), z.unknown()]))
      .min(1)
      .optional()
      .meta({ description: "pairs [subject, reference] that are accepted" }),
    pattern: pattern.optional(),
    cel: z
      .string()
      .min(1)
      .max(2000)
      .optional()
      .meta({ description: "a Common Expression Language condition over subject and reference" }),
  })
  .refine(atLeast(1).fits, "say how: ratio, size, version, duration, oneOf, pattern or cel")
  .meta(atLeast(1).meta);

/** How far values may be apart. Several measures in one object must all hold; of a list, one. */
export const allow = oneOrMany(z.union([z.enum(ALLOW_WORDS), measures])).meta({
  description: "how far; several measures in one object must all hold, of a list one",
});
