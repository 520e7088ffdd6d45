import { usualKnobs, USUAL_KNOBS, type KnobSchema } from "../../core/knobs";
import type { ParityPolicy } from "../../core/policy";
import { policies } from "../../policies/list";

const HEAD = `# Policy configuration

What a team may set without a parity.yaml: in the file of \`--policy-pack-config\`, or in a policy group of
[Pulumi Cloud](pulumi-cloud.md). Each knob stands for rules of [parity.yaml](parity-yaml.md), which come after all files and
so win; reports name them: \`policy configuration of capacity-parity (ratio)\`. An environment's own \`lead\`,
\`maxReferenceAge\` or \`maxDeploymentAge\` beats the knob, as it beats what holds for all. They steer previews; an audit
reads parity.yaml alone.

\`\`\`json
{
  "all": "mandatory",
  "capacity-parity": { "enforcementLevel": "advisory", "minRatio": 0.25, "maxStepsDown": 2 },
  "dependency-parity": { "maxLead": "patch" },
  "configuration-parity": { "ignoreProperties": ["**.logLevel"] }
}
\`\`\`

\`enforcementLevel\` is Pulumi's own; the lower of it and parity.yaml's level holds. \`config\` of any one policy holds all of
parity.yaml, as a path or as the document. A name that no policy has and a knob that a policy does not know are reported, and a
value that cannot be meant rejects the preview. Policies of your own have the usual knobs, or those of their \`knobs\`.

This page is made from the policies' own \`knobs\`.
`;

/** The text of docs/policy-configuration.md: every knob of every policy. */
export function policyConfigurationPage(): string {
  const usual = table(Object.entries(USUAL_KNOBS));
  return [HEAD, "## The usual", "", `Of ${usualOnes()}:`, "", ...usual, ...policies.flatMap(section)].join("\n");
}

function usualOnes(): string {
  const names = (has: boolean) =>
    policies.filter(({ knobs = usualKnobs }) => hasAll(knobs.schema) === has).map(({ name }) => `\`${name}\``);
  return `every policy but ${names(false).join(" and ")}`;
}

function hasAll(schema: Readonly<Record<string, KnobSchema>>): boolean {
  return Object.keys(USUAL_KNOBS).every((name) => Object.hasOwn(schema, name));
}

function section({ name, knobs = usualKnobs }: ParityPolicy): readonly string[] {
  const own = Object.entries(knobs.schema).filter(
    ([knob]) => !hasAll(knobs.schema) || !Object.hasOwn(USUAL_KNOBS, knob),
  );
  return own.length === 0 ? [] : ["", `## ${name}`, "", ...table(own)];
}

function table(knobs: readonly (readonly [string, KnobSchema])[]): readonly string[] {
  const rows = knobs.map(([name, knob]) => `| \`${name}\` | ${takes(knob)} | ${knob.description} |`);
  return ["| knob | takes | means |", "| --- | --- | --- |", ...rows];
}

function takes(knob: KnobSchema): string {
  if (knob.type === "array") return "list of text";
  if (knob.type === "string") return knob.enum?.map((choice) => `\`${choice}\``).join(", ") ?? "time span";
  if (knob.type === "boolean") return "true or false";
  const { minimum, maximum } = knob;
  const most = maximum === undefined ? " or more" : ` to ${maximum}`;
  return `${knob.type === "integer" ? "whole number" : "number"}, ${minimum ?? 0}${most}`;
}
