import { strict as assert } from "node:assert";
import { join } from "node:path";
import { matchesGolden } from "../golden";
import { parity } from "./run";

const cwd = join(__dirname, "fixtures");
const pair = ["audit", "--subject", "shop/staging.json", "--reference", "shop/production.json"];
const strict = ["--preset", "strict"];

interface Case {
  readonly golden: string;
  readonly args: readonly string[];
  readonly exit: 0 | 1 | 2 | 3;
}

/** What is typed, what comes out, and the exit code. stderr stands in the golden file where there is any. */
const cases: readonly Case[] = [
  { golden: "audit-terminal.txt", args: [...pair, ...strict], exit: 1 },
  { golden: "audit-terminal-color.txt", args: [...pair, ...strict, "--color"], exit: 1 },
  { golden: "audit-all-shown.txt", args: [...pair, ...strict, "--show-all"], exit: 1 },
  { golden: "audit-only.txt", args: [...pair, ...strict, "--only", "capacity,resilience-parity"], exit: 1 },
  { golden: "audit-before.txt", args: [...pair, ...strict, "--before", "before.json"], exit: 1 },
  { golden: "audit.json", args: [...pair, ...strict, "--format", "json"], exit: 1 },
  { golden: "audit.md", args: [...pair, ...strict, "--format", "markdown"], exit: 1 },
  { golden: "audit-before.md", args: [...pair, ...strict, "--format", "markdown", "--before", "before.json"], exit: 1 },
  { golden: "audit.sarif", args: [...pair, ...strict, "--format", "sarif"], exit: 1 },
  { golden: "audit.junit.xml", args: [...pair, ...strict, "--format", "junit"], exit: 1 },
  { golden: "audit.html", args: [...pair, ...strict, "--format", "html"], exit: 1 },
  {
    golden: "loosened.md",
    args: [...pair, "--config", "loosened.yaml", "--config-before", "parity.yaml", "--format", "markdown"],
    exit: 1,
  },
  { golden: "trend.html", args: [...pair, ...strict, "--history", "history.json", "--format", "html"], exit: 1 },
  { golden: "since.txt", args: [...pair, ...strict, "--history", "blame.json", "--only", "dependency"], exit: 1 },
  { golden: "no-history.txt", args: [...pair, ...strict, "--history", "parity.yaml"], exit: 3 },
  { golden: "never-fails.txt", args: [...pair, ...strict, "--only", "network", "--fail-on", "never"], exit: 0 },
  { golden: "relaxed.txt", args: [...pair, "--preset", "relaxed", "--only", "network"], exit: 0 },
  { golden: "all.txt", args: ["audit", "--all", "--states", "fleet", "--config", "parity.yaml"], exit: 3 },
  {
    golden: "all.md",
    args: ["audit", "--all", "--states", "fleet", "--config", "parity.yaml", "--format", "markdown"],
    exit: 3,
  },
  { golden: "all-doubles.txt", args: ["audit", "--all", "--states", "doubles", "--config", "parity.yaml"], exit: 3 },
  { golden: "own-policy.txt", args: [...pair, "--config", "own-policy.yaml", "--only", "prefer-graviton"], exit: 1 },
  { golden: "all-exempt.txt", args: ["audit", "--all", "--states", "shop", "--config", "exempting.yaml"], exit: 1 },
  {
    golden: "itself.txt",
    args: ["audit", "--subject", "shop/production.json", "--reference", "shop/production.json"],
    exit: 0,
  },
  {
    golden: "no-reference-yet.txt",
    args: ["audit", "--subject", "shop/staging.json", "--reference", "empty.json"],
    exit: 0,
  },
  {
    golden: "no-reference-yet.md",
    args: ["audit", "--subject", "shop/staging.json", "--reference", "empty.json", "--format", "markdown"],
    exit: 0,
  },
  {
    golden: "reference-must-be.txt",
    args: ["audit", "--subject", "shop/staging.json", "--reference", "empty.json", "--config", "must-be.yaml"],
    exit: 1,
  },
  { golden: "no-command.txt", args: [], exit: 2 },
  { golden: "help.txt", args: ["--help"], exit: 0 },
  { golden: "help-audit.txt", args: ["audit", "--help"], exit: 0 },
  { golden: "unknown-command.txt", args: ["adit"], exit: 2 },
  { golden: "unknown-option.txt", args: [...pair, "--formt", "json"], exit: 2 },
  { golden: "unknown-format.txt", args: [...pair, "--format", "markdwon"], exit: 2 },
  { golden: "unknown-policy.txt", args: [...pair, "--only", "capcity"], exit: 2 },
  { golden: "unknown-level.txt", args: [...pair, "--fail-on", "warning"], exit: 2 },
  { golden: "unknown-preset.txt", args: [...pair, "--preset", "strickt"], exit: 2 },
  { golden: "no-reference.txt", args: ["audit", "--subject", "shop/staging.json"], exit: 2 },
  { golden: "all-and-subject.txt", args: [...pair, "--all"], exit: 2 },
  { golden: "formats-without-out.txt", args: [...pair, "--format", "json,html"], exit: 2 },
  {
    golden: "missing-file.txt",
    args: ["audit", "--subject", "none.json", "--reference", "shop/production.json"],
    exit: 3,
  },
  {
    golden: "truncated.txt",
    args: ["audit", "--subject", "broken/truncated.json", "--reference", "shop/production.json"],
    exit: 3,
  },
  {
    golden: "no-state.txt",
    args: ["audit", "--subject", "broken/nothing.json", "--reference", "shop/production.json"],
    exit: 3,
  },
  { golden: "missing-config.txt", args: [...pair, "--config", "none.yaml"], exit: 3 },
  { golden: "missing-states.txt", args: ["audit", "--all", "--states", "none", "--config", "parity.yaml"], exit: 3 },
];

describe("parity: what is typed, what comes out", () => {
  for (const { golden, args, exit } of cases) {
    it(`${golden}: parity ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await parity(args, { cwd });
      assert.equal(code, exit, stderr);
      matchesGolden(`cli/${golden}`, withoutPaths(stderr === "" ? stdout : `${stdout}--- stderr\n${stderr}`));
    });
  }
});

/** Where the checkout stands, and the version of the tool, differ from machine to machine. */
function withoutPaths(text: string): string {
  return text
    .replaceAll(cwd, "<cwd>")
    .replace(/("version": )"\d+\.\d+\.\d+"/g, '$1"0.0.0"')
    .replace(/(by parity )[\d.]+/, "$10.0.0");
}
