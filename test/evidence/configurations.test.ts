import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Divergence } from "../../core/model/comparison";
import { isYamlMap, parseYaml } from "../../sources/stack-configuration/yaml";
import type { Yaml } from "../../sources/stack-configuration/yaml";
import { readConfigurationStack } from "../../sources/stack-configuration";
import { compareDocuments } from "./compare";

const CONFIGS = join(__dirname, "../../../shared/data/configs");
const LABELS = join(__dirname, "labels/configurations.tsv");

interface Label {
  readonly pair: string;
  readonly leaf: string;
  /** `noise`, or the policies that may own it. */
  readonly truth: readonly string[];
}

const labels = readFileSync(LABELS, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line): Label => {
    const [repository, subject, reference, leaf, truth] = line.split("\t");
    return { pair: [repository, subject, reference].join("\t"), leaf: leaf!, truth: truth!.split("|") };
  });

describe("real configurations", () => {
  const divergences = new Map<string, readonly Divergence[]>();

  before(function () {
    if (!existsSync(CONFIGS)) this.skip();
    for (const pair of new Set(labels.map((label) => label.pair))) {
      const [repository, subject, reference] = pair.split("\t").map((part) => part);
      const read = (file: string) => readConfigurationStack(join(CONFIGS, repository!, file));
      divergences.set(pair, compareDocuments({ subject: read(subject!), reference: read(reference!) }).divergences);
    }
  });

  const found = (label: Label) => divergences.get(label.pair)!.filter((one) => covers(one, label.leaf));

  it("shows every divergence, each in its right class, by at least 0.95", () => {
    const meant = labels.filter(({ truth }) => truth[0] !== "noise");
    const wrong = meant.filter((label) => !found(label).some(({ facts }) => label.truth.includes(facts.policy)));
    report(
      wrong.map(
        (label) =>
          `${describeLabel(label)} → ${
            found(label)
              .map((one) => one.facts.policy)
              .join() || "nothing"
          }`,
      ),
    );
    assert.ok(1 - wrong.length / meant.length >= 0.95, `${String(wrong.length)} of ${String(meant.length)} are wrong`);
  });

  it("shows no environment name, domain, account or other noise, by at least 0.95", () => {
    const noise = labels.filter(({ truth }) => truth[0] === "noise");
    const wrong = noise.filter((label) => found(label).length > 0);
    report(
      wrong.map(
        (label) =>
          `${describeLabel(label)} → ${found(label)
            .map((one) => one.facts.policy)
            .join()}`,
      ),
    );
    assert.ok(1 - wrong.length / noise.length >= 0.95, `${String(wrong.length)} of ${String(noise.length)} are wrong`);
  });

  it("shows nothing where two leaves are equal", () => {
    const reported = [...divergences].flatMap(([pair, all]) =>
      all.filter((one) => isEqualLeaf(pair, one)).map((one) => `${pair} ${String(one.key)}`),
    );
    assert.deepEqual(reported, []);
  });
});

/** A divergence stands at the leaf, or at something that holds it: a whole element that only one side has. */
function covers({ path }: Divergence, leaf: string): boolean {
  const place = (path ?? []).join("/");
  return place !== "" && (leaf === place || leaf.startsWith(`${place}/`));
}

function describeLabel({ pair, leaf, truth }: Label): string {
  return `${pair.replaceAll("\t", " ")} ${leaf}: ${truth.join("|")}`;
}

function report(lines: readonly string[]): void {
  if (process.env.SHOW_WRONG !== undefined) process.stderr.write(lines.map((line) => `      ${line}\n`).join(""));
}

function isEqualLeaf(pair: string, { path, kind }: Divergence): boolean {
  if (kind !== "changed" || path === undefined) return false;
  const [repository, ...files] = pair.split("\t");
  const [a, b] = files.map((file) => leafAt(join(CONFIGS, repository!, file), path.map(String)));
  return a !== undefined && b !== undefined && scalarText(a) === scalarText(b);
}

function leafAt(file: string, path: readonly string[]): Yaml | undefined {
  const document = parseYaml(readFileSync(file, "utf8"), file);
  assert.ok(isYamlMap(document));
  const config = document.get("config");
  let at: Yaml | undefined = isYamlMap(config) ? config : document;
  for (const step of path)
    at = isYamlMap(at) ? at.get(step) : Array.isArray(at) ? (at as Yaml[])[Number(step)] : undefined;
  return at;
}

function scalarText(value: Yaml): string | undefined {
  return typeof value === "object" ? undefined : String(value);
}
