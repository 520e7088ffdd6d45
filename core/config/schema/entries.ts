import { z } from "zod";
import { DIVERGENCE_KINDS, VALUE_CLASSES } from "../../vocabulary";
import { allow } from "./allow";
import {
  absence,
  atLeast,
  day,
  duration,
  enforce,
  environmentName,
  level,
  oneOrMany,
  text,
  undetermined,
} from "./scalars";

const project = oneOrMany(text).optional().meta({ description: "only in these projects; globs" });

export const maxReferenceAge = duration
  .optional()
  .meta({ description: "how long ago the reference's snapshot or plan may have been recorded" });
export const maxDeploymentAge = duration
  .optional()
  .meta({ description: "how long ago a stack that is deployed may have been updated" });

export const judgeDuringUp = z
  .boolean()
  .optional()
  .meta({ description: "true: pulumi up judges each resource before it changes it, too" });

export const environment = z.strictObject({
  stacks: oneOrMany(text).meta({
    description: "globs with captures over project/stack, case-insensitive: */{line}staging-{chain}",
  }),
  reference: environmentName.optional().meta({ description: "the environment that it is judged against" }),
  against: text.optional().meta({ description: "of several references: all, any, or the stack so named" }),
  gate: environmentName.optional().meta({ description: "the environment that must have a change first" }),
  aliases: oneOrMany(text).optional().meta({ description: "further spellings of its name in values" }),
  level: level.optional(),
  lifetime: duration.optional().meta({ description: "how long a stack of this environment may live" }),
  ownerTag: text.optional().meta({ description: "the tag that must say whose a stack of this environment is" }),
  enforce: enforce.optional(),
  undetermined: undetermined.optional(),
  lead: duration.optional().meta({ description: "how long it may have a change of the program first" }),
  maxReferenceAge,
  maxDeploymentAge,
  maxStale: duration.optional().meta({ description: "how old the last good copy of its reference may be" }),
  onReferenceAbsent: absence.optional(),
  judgeDuringUp,
  backend: text.optional().meta({ description: "URL of the Pulumi backend that its stacks live in" }),
});

const only = (key: string) => ({ required: [key] });

export const referenceSource = z
  .strictObject({
    plan: text.optional().meta({ description: "a file that the reference's own preview recorded" }),
    snapshot: text.optional().meta({ description: "a file that parity snapshot wrote" }),
    stack: text.optional().meta({ description: "the stack itself, by the Pulumi CLI" }),
    backend: text.optional().meta({ description: "URL of the backend of that stack" }),
    project,
  })
  .refine(
    ({ plan, snapshot, stack }) => [plan, snapshot, stack].filter((one) => one !== undefined).length === 1,
    "give one of plan, snapshot and stack",
  )
  .meta({ oneOf: ["plan", "snapshot", "stack"].map(only) });

const reason = text.optional().meta({ description: "why, for people" });

/** Every key is an environment, except `project` and `reason`. */
const scope = { project, reason };
const sides = atLeast(2);
const namesTwo = "name two environments, each with what it has";

export const environmentValues = z
  .object(scope)
  .catchall(text)
  .refine(sides.fits, namesTwo)
  .meta({ ...sides.meta });

export const absent = z
  .object({
    ...scope,
    name: text.optional().meta({ description: "what it is called, or a glob that its resources must fit" }),
  })
  .catchall(oneOrMany(text))
  .meta({ description: "a subsystem that the named environment does not have" });

export const substitute = z
  .object({
    ...scope,
    name: text.meta({ description: "what it is called" }),
    compare: z
      .record(text, text)
      .optional()
      .meta({ description: "property of the subject → of the reference: still judged" }),
  })
  .catchall(oneOrMany(text))
  .meta({ description: "different kinds of resources for one purpose" });

export const shared = z.strictObject({ ...scope, value: text.meta({ description: "a glob over values" }) });

export const selectors = {
  project,
  environment: oneOrMany(text).optional().meta({ description: "the subject's environment" }),
  on: oneOrMany(text).optional().meta({ description: "glob over type, or type::name; {env} is the environment" }),
  property: oneOrMany(text)
    .optional()
    .meta({ description: "path with wildcards, keyed elements by key: **.engineVersion" }),
  policy: oneOrMany(text).optional().meta({ description: "the policy that owns it; globs" }),
  class: oneOrMany(z.enum(VALUE_CLASSES)).optional().meta({ description: "what kind of value it is" }),
  change: oneOrMany(z.enum(DIVERGENCE_KINDS)).optional().meta({ description: "what kind of divergence it is" }),
  component: oneOrMany(text).optional().meta({ description: "glob over the components around the resource" }),
  tag: z
    .union([oneOrMany(text), z.record(text, text)])
    .optional()
    .meta({ description: "tags that the resource must have: key, key=glob, or a map of keys to globs" }),
};

export const tolerance = z
  .strictObject({
    name: text.optional().meta({ description: "what reports call the rule; else its place" }),
    ...selectors,
    allow: allow.optional(),
    allowAhead: duration
      .optional()
      .meta({ description: "how old a flag may be that the subject has, or has on, before the reference does" }),
    level: level.optional(),
    reason,
    since: z
      .string()
      .regex(/^\d+\.\d+$/)
      .optional()
      .meta({ description: "the minor release of a preset that brought this rule" }),
  })
  .refine(
    (rule) => rule.allow !== undefined || rule.allowAhead !== undefined || rule.level !== undefined,
    "give allow, allowAhead or level",
  )
  .meta({ anyOf: [only("allow"), only("allowAhead"), only("level")] });

export const waiver = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/)
    .meta({ description: "the fingerprint of a divergence, or any name where selectors say which" }),
  ...selectors,
  accepted: z
    .tuple([z.unknown(), z.unknown()])
    .optional()
    .meta({ description: "the values, [subject, reference]; worse ones are not covered" }),
  reason: z.string().optional().meta({ description: "why it is accepted" }),
  owner: z.string().optional().meta({ description: "who answers for it" }),
  ticket: text.optional().meta({ description: "where it is followed up" }),
  expires: day,
});

const evidenceEntry = z.union([
  text,
  z.strictObject({
    path: text.meta({ description: "from this file; {stack}, {project} stand for those of the side" }),
    required: z.boolean().optional().meta({ description: "true: not to have it is an error" }),
    maxAge: duration.optional().meta({ description: "how old it may be" }),
    masked: oneOrMany(text).optional().meta({ description: "table.column globs of data that is masked" }),
    project,
  }),
]);

export const evidence = z.strictObject({
  sbom: oneOrMany(evidenceEntry).optional().meta({ description: "bills of materials: CycloneDX or SPDX" }),
  data: oneOrMany(evidenceEntry).optional().meta({ description: "data profiles, of parity profile" }),
  flags: oneOrMany(evidenceEntry).optional().meta({ description: "exports of feature flags" }),
});

const stackGlobs = oneOrMany(text).optional().meta({ description: "globs over project/stack" });

export const exempt = z
  .strictObject({
    stack: stackGlobs,
    stacks: stackGlobs,
    reason: text.meta({ description: "why nothing has to judge them" }),
  })
  .refine(
    ({ stack, stacks }) => (stack === undefined) !== (stacks === undefined),
    "name the stacks: stacks: [project/stack]",
  )
  .meta({ oneOf: ["stack", "stacks"].map(only) });
