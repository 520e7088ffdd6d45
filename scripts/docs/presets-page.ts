import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const PRESETS = join(__dirname, "../../presets");

/** The mildest last. */
const ORDER = ["strict", "standard", "relaxed"];

interface Rule {
  readonly name?: string;
  readonly allow?: unknown;
  readonly level?: string;
  readonly reason?: string;
  readonly [selector: string]: unknown;
}

const HEAD = `# Presets

A preset is a parity.yaml that comes with the package: \`extends: [standard@1]\`. Pinned so, rules that a minor release brings
are advisory until you pin that release. Your own rules come after it, and the last rule that matches wins. \`parity audit
--preset strict\` judges by a preset alone, and \`parity explain\` says of each divergence what every preset would.

This page is made from the files in [presets](../presets).
`;

/** The text of docs/presets.md: every rule of every preset, with its reason. */
export function presetsPage(): string {
  const files = readdirSync(PRESETS).filter((name) => /^[a-z]+@\d+\.yaml$/.test(name));
  const ordered = [...files].sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
  return [HEAD, ...ordered.map(section)].join("\n");
}

function rank(file: string): number {
  return ORDER.indexOf(file.split("@")[0] ?? "");
}

function section(file: string): string {
  const text = readFileSync(join(PRESETS, file), "utf8");
  const { tolerances = [], ...rest } = parse(text) as { tolerances?: readonly Rule[] };
  const general = Object.entries(rest).map(([key, value]) => `\`${key}: ${String(value)}\``);
  const lines = [
    `## ${file.replace(/\.yaml$/, "")}`,
    "",
    introduction(text),
    "",
    ...(general.length === 0 ? [] : [`Beside its rules: ${general.join(", ")}.`, ""]),
  ];
  return [...lines, ...(tolerances.length === 0 ? [] : [...tableOf(tolerances), ""])].join("\n");
}

/** The comment that the file begins with. */
function introduction(text: string): string {
  return text
    .split("\n")
    .filter((_, at, all) => all.slice(0, at + 1).every((each) => each.startsWith("#")))
    .filter((line) => !line.includes("yaml-language-server"))
    .map((line) => line.replace(/^# ?/, ""))
    .join("\n")
    .replace(/^\w+: /, "")
    .replace(/^\w/, (letter) => letter.toUpperCase());
}

function tableOf(rules: readonly Rule[]): readonly string[] {
  const rows = rules.map(({ name, allow, level, reason, ...selectors }) => {
    const what = Object.entries(selectors).map(([key, value]) => `${key} ${code(value)}`);
    const verdict = [
      allow === undefined ? "" : `allow ${code(allow)}`,
      level === undefined ? "" : `level ${code(level)}`,
    ];
    return [name ?? "", what.join(", "), verdict.filter((part) => part !== "").join(", "), reason ?? ""];
  });
  return [
    "| rule | for | says | because |",
    "| --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ];
}

function code(value: unknown): string {
  const text =
    typeof value === "string"
      ? value
      : JSON.stringify(value)
          .replace(/"(\w+)":/g, "$1: ")
          .replace(/,(?=\S)/g, ", ");
  return `\`${text.replaceAll("|", "\\|")}\``;
}
