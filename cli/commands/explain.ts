import { formatPath } from "../../core/model/path";
import { reportedValue } from "../../core/report/value";
import { oneOf, TEXT_FORMATS } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";
import { explainResource, type ExplainedResource } from "../tolerance/explained";
import { explanationText } from "../tolerance/explanation-text";
import { PAIR_OPTIONS, walkPair } from "../tolerance/walked-pair";

/** How a resource was aligned, which rules match its divergences, which decide, and what each preset would say. */
export const explainCommand: CommandDefinition = {
  name: "explain",
  arguments: [
    { syntax: "<urn>", description: "a resource of either stack: its URN, type::name, or name" },
    { syntax: "[property]", description: "one property of it, or a pattern: environment.variables.*" },
  ],
  options: [
    ...PAIR_OPTIONS,
    { flags: "--config <file>", description: "this parity.yaml" },
    { flags: "--format <name>", description: TEXT_FORMATS.join(", "), default: "terminal" },
  ],
  examples: [
    "parity explain orders instanceClass --subject staging.json --reference production.json",
    "parity explain aws:rds/instance:Instance::orders --subject stack:staging --reference stack:production",
  ],
  run: explainOne,
};

async function explainOne(context: Context, input: Input): Promise<number> {
  const format = oneOf(input.text("format") ?? "terminal", TEXT_FORMATS, "--format");
  const [asked = "", property] = input.arguments;
  const explained = explainResource(asked, property, await walkPair(context, input), context.now);
  context.stdout.write(format === "json" ? json(explained) : explanationText(explained));
  return 0;
}

function json({ alignment, symbols, findings }: ExplainedResource): string {
  const rows = findings.map(({ finding, explanation, presets }) => ({
    id: finding.id,
    policy: finding.policy,
    kind: finding.kind,
    property: finding.path === undefined ? null : formatPath(finding.path),
    key: finding.key ?? null,
    values: finding.facts.secret
      ? null
      : { subject: reportedValue(finding.values.subject), reference: reportedValue(finding.values.reference) },
    verdict: finding.verdict,
    level: finding.level,
    rule: finding.rule,
    causedBy: finding.causedBy ?? null,
    own: explanation.own,
    rules: explanation.rules,
    waivers: explanation.waivers,
    presets,
  }));
  return `${JSON.stringify({ alignment, symbols, divergences: rows }, undefined, 2)}\n`;
}
