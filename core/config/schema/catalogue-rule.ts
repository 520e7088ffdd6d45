import { z } from "zod";
import { POLICY_NAMES, VALUE_CLASSES } from "../../vocabulary";
import { oneOrMany, text } from "./scalars";

const DOCUMENT_KINDS = [
  "iam",
  "json",
  "yaml",
  "userData",
  "base64",
  "cidr",
  "duration",
  "quantity",
  "literal",
] as const;

/** One entry of `catalogue:`: what a team knows of its own types and properties. */
export const catalogueRule = z
  .strictObject({
    on: oneOrMany(text).optional().meta({ description: "type globs; absent: any type" }),
    property: oneOrMany(text).optional().meta({ description: "property patterns: *Version, vpc.subnetIds, ^name" }),
    policy: z.enum(POLICY_NAMES).optional().meta({ description: "the owner" }),
    kind: z.enum(VALUE_CLASSES).optional().meta({ description: "what kind of value it is" }),
    noise: z.boolean().optional().meta({ description: "true where a difference means nothing" }),
    secret: z.boolean().optional().meta({ description: "true where the value must never be shown" }),
    list: z
      .union([z.enum(["ordered", "set"]), z.array(text)])
      .optional()
      .meta({ description: "ordered, set, or the properties by which its elements align" }),
    default: z
      .union([z.string(), z.number(), z.boolean()])
      .optional()
      .meta({ description: "what an absent value means" }),
    document: z.enum(DOCUMENT_KINDS).optional().meta({ description: "how its text is read" }),
    weaker: z
      .union([z.enum(["lower", "higher", "false", "true"]), z.array(text)])
      .optional()
      .meta({ description: "the weaker end, or all values from weak to strong" }),
    settings: z.boolean().optional().meta({ description: "the keys below are free, as those of a configuration" }),
    replica: z.boolean().optional().meta({ description: "several equal resources of these types are replicas" }),
    like: text.optional().meta({ description: "read these types as this known type" }),
  })
  .refine((rule) => rule.on !== undefined || rule.property !== undefined, {
    message: "names neither types (on) nor properties (property)",
  })
  .meta({ description: "what a property means, or how types are read" });
