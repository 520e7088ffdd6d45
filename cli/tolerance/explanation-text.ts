import type { Finding } from "../../core/model/finding";
import { formatPath } from "../../core/model/path";
import { nameOf } from "../../core/report/label";
import { plainLine } from "../../core/report/plain";
import { reportedValue } from "../../core/report/value";
import type { ExplainedRule, Explanation } from "../../core/judge/explain";
import type { Alignment, Candidate, ExplainedFinding, ExplainedResource } from "./explained";

const HOW: Readonly<Record<string, string>> = {
  match: "because parity.yaml says so (match)",
  urn: "because their URNs are the same but for the stack",
  name: "because type, parent and name agree once the environment is taken out of the name",
  only: "because each is the only one of its type under its parent",
  similarity: "because their properties and neighbours are alike",
};

/** An explanation for a person. */
export function explanationText({ alignment, symbols, findings }: ExplainedResource): string {
  return [...alignmentLines(alignment), ...symbolLines(symbols), "", ...findingLines(findings), ""].join("\n");
}

function alignmentLines({ subject, reference, via, confidence, score, candidates }: Alignment): readonly string[] {
  const others = candidates.map((one) =>
    plainLine(`  not ${nameOf(one.urn)} (${percent(one.score)} alike): ${insteadOf(one)}`),
  );
  if (via === undefined)
    return [plainLine(subject ?? reference ?? ""), "has no counterpart on the other side", ...others];
  const alike = score === undefined ? [] : [`${percent(score)} alike`];
  const sure = confidence === undefined || confidence === 1 ? [] : [`confidence ${confidence.toFixed(2)}`];
  const how = `${HOW[via] ?? via} (${[...sure, ...alike].join(", ")})`;
  return [plainLine(subject ?? ""), plainLine(`goes with ${reference ?? ""}`), how, ...others];
}

const percent = (score: number) => `${Math.round(score * 100)} %`;

function insteadOf({ alignedWith }: Candidate): string {
  return alignedWith === undefined ? "it has no counterpart" : `it goes with ${nameOf(alignedWith)}`;
}

function symbolLines(symbols: ExplainedResource["symbols"]): readonly string[] {
  if (symbols.length === 0) return [];
  return [
    "",
    "Taken for the same on both sides:",
    ...symbols.map((one) => plainLine(`  ${one.subject} ↔ ${one.reference} (${one.source})`)),
  ];
}

function findingLines(findings: readonly ExplainedFinding[]): readonly string[] {
  if (findings.length === 0) return ["Nothing differs here that means anything."];
  return findings.flatMap(({ finding, explanation, presets }) => [
    plainLine(`${finding.path === undefined ? finding.kind : formatPath(finding.path)}: ${valuesText(finding)}`),
    plainLine(`  ${finding.policy}, ${finding.facts.valueClass}, id ${finding.id}`),
    `  ${finding.verdict} (${finding.level}), by ${plainLine(finding.rule)}`,
    ...(explanation.rules.length === 0 ? ["  no rule matches it"] : ["  rules that match, the last one wins:"]),
    ...explanation.rules.map((rule) => plainLine(`    ${ruleText(rule)}`)),
    ...followLines(finding, explanation),
    ...explanation.waivers.map(({ id, expired }) => plainLine(`  waiver ${id}${expired ? " (expired)" : ""}`)),
    `  by preset: ${Object.entries(presets)
      .map(([name, verdict]) => `${name} ${verdict}`)
      .join(", ")}`,
    "",
  ]);
}

/** Where it is not its own rules that decide. */
function followLines({ causedBy }: Finding, { own, verdict, level }: Explanation): readonly string[] {
  if (own.verdict === verdict && own.level === level) return [];
  const why = causedBy === undefined ? "what resources show of its two values" : `${causedBy}, from which it follows`;
  return [plainLine(`  by itself ${own.verdict} (${own.level}) by ${own.rule}, but it is judged by ${why}`)];
}

function valuesText({ values, facts }: ExplainedFinding["finding"]): string {
  if (facts.secret) return "secret values";
  return `${JSON.stringify(reportedValue(values.subject))} against ${JSON.stringify(reportedValue(values.reference))}`;
}

function ruleText({ name, allow, level, holds, because, decides, reason }: ExplainedRule): string {
  const parts = [
    allow === undefined ? "" : `allow ${allow}: ${holds === true ? "covers it" : (because ?? "does not cover it")}`,
    level === undefined ? "" : `level ${level}`,
    decides.length === 0 ? "" : `decides ${decides.join(" and ")}`,
  ].filter((part) => part !== "");
  return `${name}: ${parts.join("; ")}${reason === undefined ? "" : ` — ${reason}`}`;
}
