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

export const maxReferenceAge = duration
  .optional()
  .meta({ description: "how long ago the reference's snapshot or plan may have been recorded" });
export const maxDeploymentAge = duration
  .optional()
  .meta({ description: "how long ago a stack that is deployed may have been updated" });

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
  lead: duration.optional(),
  maxReferenceAge,
  maxDeploymentAge,
  maxStale: duration.optional(),
  onReferenceAbsent: absence.optional(),
  judgeDuringUp: z.boolean().optional(),
  backend: text.optional().meta({ description: "URL of the Pulumi backend that its stacks live in" }),
});

const only = (key: string) => ({ required: [key] });

export const referenceSource = z
  .strictObject({
    plan: text.optional(),
    snapshot: text.optional(),
    stack: text.optional(),
    backend: text.optional(),
    project: oneOrMany(text).optional(),
  })
  .refine(
    ({ plan, snapshot, stack }) => [plan, snapshot, stack].filter((one) => one !== undefined).length === 1,
    "give one of plan, snapshot and stack",
  )
  .meta({ oneOf: ["plan", "snapshot", "stack"].map(only) });

/** Every key is an environment, except `project` and `reason`. */
const scope = { project: oneOrMany(text).optional(), reason: text.optional() };
const sides = atLeast(2);
const namesTwo = "name two environments, each with what it has";

export const environmentValues = z
  .object(scope)
  .catchall(text)
  .refine(sides.fits, namesTwo)
  .meta({ ...sides.meta });

export const absent = z
  .object({ ...scope, name: text.optional() })
  .catchall(oneOrMany(text))
  .meta({ description: "a subsystem that the named environment does not have" });

export const substitute = z
  .object({ ...scope, name: text, compare: z.record(text, text).optional() })
  .catchall(oneOrMany(text))
  .meta({ description: "different kinds of resources for one purpose" });

export const shared = z.strictObject({ ...scope, value: text });

export const selectors = {
  project: oneOrMany(text).optional(),
  environment: oneOrMany(text).optional(),
  on: oneOrMany(text).optional().meta({ description: "glob over type, or type::name; {env} is the environment" }),
  property: oneOrMany(text).optional(),
  policy: oneOrMany(text).optional(),
  class: oneOrMany(z.enum(VALUE_CLASSES)).optional(),
  change: oneOrMany(z.enum(DIVERGENCE_KINDS)).optional(),
  component: oneOrMany(text).optional(),
  tag: z
    .union([oneOrMany(text), z.record(text, text)])
    .optional()
    .meta({ description: "tags that the resource must have: key, key=glob, or a map of keys to globs" }),
};

export const tolerance = z
  .strictObject({
    name: text.optional(),
    ...selectors,
    allow: allow.optional(),
    allowAhead: duration
      .optional()
      .meta({ description: "how old a flag may be that the subject has, or has on, before the reference does" }),
    level: level.optional(),
    reason: text.optional(),
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
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/),
  ...selectors,
  accepted: z.tuple([z.unknown(), z.unknown()]).optional(),
  reason: z.string().optional(),
  owner: z.string().optional(),
  ticket: text.optional(),
  expires: day,
});

const evidenceEntry = z.union([
  text,
  z.strictObject({
    path: text,
    required: z.boolean().optional(),
    maxAge: duration.optional(),
    masked: oneOrMany(text).optional().meta({ description: "table.column globs of data that is masked" }),
    project: oneOrMany(text).optional(),
  }),
]);

export const evidence = z.strictObject({
  sbom: oneOrMany(evidenceEntry).optional(),
  data: oneOrMany(evidenceEntry).optional(),
  flags: oneOrMany(evidenceEntry).optional(),
});

const stackGlobs = oneOrMany(text).optional().meta({ description: "globs over project/stack" });

export const exempt = z
  .strictObject({ stack: stackGlobs, stacks: stackGlobs, reason: text })
  .refine(
    ({ stack, stacks }) => (stack === undefined) !== (stacks === undefined),
    "name the stacks: stacks: [project/stack]",
  )
  .meta({ oneOf: ["stack", "stacks"].map(only) });
