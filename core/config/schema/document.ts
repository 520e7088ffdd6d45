import { z } from "zod";
import { catalogueRule } from "./catalogue-rule";
import {
  absent,
  environment,
  environmentValues,
  evidence,
  exempt,
  judgeDuringUp,
  maxDeploymentAge,
  maxReferenceAge,
  referenceSource,
  shared,
  substitute,
  tolerance,
  waiver,
} from "./entries";
import { absence, duration, enforce, environmentName, level, oneOrMany, text, undetermined } from "./scalars";

/** All of parity.yaml in one literal: its types, its validation and its JSON Schema come from here. */
export const documentSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: "the JSON Schema by which editors check the file" }),
    extends: oneOrMany(text)
      .optional()
      .meta({ description: "presets (standard@1), files (../parity.yaml) or packages, the later beating the earlier" }),
    environments: z
      .record(environmentName, environment)
      .optional()
      .meta({ description: "which stacks are what, and what each is judged against" }),
    reference: z
      .array(referenceSource)
      .optional()
      .meta({ description: "where a reference comes from, tried in order" }),
    level: level.optional(),
    enforce: enforce.optional(),
    undetermined: undetermined.optional(),
    lead: duration.optional().meta({ description: "how long a stack may have a change of the program first" }),
    maxStale: duration.optional().meta({ description: "how old the last good copy of a reference may be" }),
    maxAge: z
      .union([duration, z.record(text, duration)])
      .optional()
      .meta({ description: "how long a divergence may last: for all, or by policy" }),
    maxReferenceAge,
    maxDeploymentAge,
    onReferenceAbsent: absence.optional(),
    judgeDuringUp,
    programDir: text.optional().meta({ description: "the Pulumi program's folder, from this file" }),
    same: z.array(environmentValues).optional().meta({ description: "what only names the environment: equal" }),
    different: z.array(environmentValues).optional().meta({ description: "learned equivalents that are refused" }),
    match: z.array(environmentValues).optional().meta({ description: "counterparts by hand: type::name on each side" }),
    absent: z.array(absent).optional().meta({ description: "whole subsystems that an environment does not have" }),
    substitutes: z.array(substitute).optional().meta({ description: "different kinds of resources for one purpose" }),
    shared: z.array(shared).optional().meta({ description: "what the environments may share with the reference" }),
    tolerances: z
      .array(tolerance)
      .optional()
      .meta({ description: "how far divergences may go; the last rule that matches wins" }),
    waivers: z.array(waiver).optional().meta({ description: "accepted divergences; also in waivers/*.yaml" }),
    evidence: evidence
      .optional()
      .meta({ description: "documents about what resources cannot say; {stack} is the side" }),
    exempt: z.array(exempt).optional().meta({ description: "stacks that need no judge, each with its reason" }),
    override: z
      .strictObject({
        environments: oneOrMany(environmentName).meta({ description: "in which PARITY_OVERRIDE is honoured" }),
      })
      .optional()
      .meta({ description: "where an emergency may pass" }),
    policies: z
      .array(text)
      .optional()
      .meta({ description: "modules with policies of your own, for the audit; paths start from this file" }),
    catalogue: z.array(catalogueRule).optional().meta({ description: "catalogue rules of your own" }),
  })
  .meta({
    title: "parity.yaml",
    description: "How far the stacks of a Pulumi project may differ from each other.",
  });

/** What stands in a file of `waivers/`: a list, the same under `waivers:`, or one waiver alone. */
export const waiverFileSchemas = {
  list: z.array(waiver),
  document: z.strictObject({ waivers: z.array(waiver) }),
  one: waiver,
};

/** A parity.yaml that was found to be well formed; nothing in it has been resolved. */
export type ParityDocument = z.infer<typeof documentSchema>;
export type ToleranceEntry = z.infer<typeof tolerance>;
export type WaiverEntry = z.infer<typeof waiver>;
export type EnvironmentEntry = z.infer<typeof environment>;
export type AllowEntry = NonNullable<ToleranceEntry["allow"]>;
export type SelectorEntry = Pick<
  ToleranceEntry,
  "project" | "environment" | "on" | "property" | "policy" | "class" | "change" | "component" | "tag"
>;
