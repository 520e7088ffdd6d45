import type { ParityDocument } from "./config/schema/document";

/** JSON Schema of one knob, in the part of the language that Pulumi takes for policy configuration. */
export type KnobSchema = { readonly description: string } & (
  | { readonly type: "number" | "integer"; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: "boolean" }
  | { readonly type: "string"; readonly enum?: string[]; readonly pattern?: string }
  | { readonly type: "array"; readonly items: { readonly type: "string"; readonly minLength: number } }
);

/** What knobs say, in the language of parity.yaml. */
export type KnobEntries = Pick<
  ParityDocument,
  "tolerances" | "shared" | "lead" | "maxAge" | "maxReferenceAge" | "maxDeploymentAge"
>;

/** What can be set of one policy in policy configuration; each setting stands for entries of parity.yaml. */
export interface Knobs {
  readonly schema: Readonly<Record<string, KnobSchema>>;
  /** `given` fits the schema; what is not set is not there. */
  entries(given: Readonly<Record<string, unknown>>): KnobEntries;
}

type Given<Schema> = {
  readonly [Name in keyof Schema]?: Schema[Name] extends { readonly enum: readonly (infer Choice)[] }
    ? Choice
    : Schema[Name] extends { readonly type: "array" }
      ? string[]
      : Schema[Name] extends { readonly type: "boolean" }
        ? boolean
        : Schema[Name] extends { readonly type: "string" }
          ? string
          : number;
};

/** Gives the translation of knobs the types of their schema. */
export function defineKnobs<const Schema extends Knobs["schema"]>(
  schema: Schema,
  entries: (given: Given<Schema>) => KnobEntries = () => ({}),
): Knobs {
  // The values have been checked against this very schema.
  return { schema, entries: (given) => entries(given as Given<Schema>) };
}

export const textsKnob = <const Text extends string>(description: Text) =>
  ({ type: "array", items: { type: "string", minLength: 1 }, description }) as const;

/** A time span as parity.yaml writes it: `14d`. */
export const timeSpanKnob = <const Text extends string>(description: Text) =>
  ({ type: "string", pattern: "^(0|[0-9]{1,6}(\\.[0-9]{1,3})?[smhdw])$", description }) as const;

export const ratioKnob = <const Text extends string>(description: Text, maximum?: number) =>
  ({ type: "number", minimum: 0, ...(maximum !== undefined && { maximum }), description }) as const;

export function choiceKnob<const Choice extends string>(choices: readonly Choice[], description: string) {
  const kind = { type: "string" as const, description };
  return { ...kind, enum: [...choices] };
}

/** What every policy over resources offers. */
export const USUAL_KNOBS = {
  ignoreResources: textsKnob("Resources that this policy leaves alone: globs over type, or type::name."),
  ignoreProperties: textsKnob("Properties that it leaves alone, as parity.yaml writes them: tags.team."),
  maxAge: timeSpanKnob("How long a divergence of this policy may last: 30d."),
} as const;

/** What a policy's usual knobs and its own say together. A time span is one by the schema's pattern. */
export function knobEntries(policy: string, knobs: Knobs, given: Readonly<Record<string, unknown>>): KnobEntries {
  const { ignoreResources, ignoreProperties, maxAge }: Given<typeof USUAL_KNOBS> = given;
  const own = knobs.entries(given);
  const tolerances: KnobEntries["tolerances"] = [
    ...(own.tolerances ?? []),
    ...(ignoreResources?.length
      ? [{ name: "ignoreResources", policy, on: ignoreResources, allow: "any" as const }]
      : []),
    ...(ignoreProperties?.length
      ? [{ name: "ignoreProperties", policy, property: ignoreProperties, allow: "any" as const }]
      : []),
  ];
  return { ...own, tolerances, ...(maxAge !== undefined && { maxAge: { [policy]: maxAge } }) };
}

/** The knobs of a policy that says nothing of its own. */
export const usualKnobs: Knobs = defineKnobs(USUAL_KNOBS);
