import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { Divergence } from "../../core/model/comparison";
import { readConfigurationStack } from "../../sources/stack-configuration";
import { compareDocuments } from "./compare";

/** What a reviewer says of one leaf of a configuration: noise, equal, or the policies that may own it. */
export interface LeafLabel {
  readonly leaf: readonly string[];
  readonly values: readonly [subject: string, reference: string];
  readonly truth: readonly string[];
}

export interface LabelledPair {
  readonly project: string;
  readonly stacks: readonly [subject: string, reference: string];
  readonly leaves: readonly LeafLabel[];
}

/** A leaf beside the policies under which it is reported, none where nothing is. */
export interface SeenLeaf {
  readonly where: string;
  readonly label: LeafLabel;
  readonly said: readonly string[];
  readonly right: boolean;
}

/**
 * Pairs that were written and labelled before looking at what the tool says of them; `labels/README.md` tells what it
 * said at first.
 */
export const LABELLED_PAIRS = [
  "blind-configurations",
  "blind-configurations-2",
  "blind-configurations-3",
  "blind-configurations-4",
].map((name) => join(__dirname, "labels", `${name}.txt`));

/** The hand-written pairs of a file whose head says how it is written. */
export function readLabelledPairs(file: string): readonly LabelledPair[] {
  return readFileSync(file, "utf8")
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...lines] = block.split("\n");
      const [project = "", subject = "", reference = ""] = head.trim().split(/\s+/);
      return {
        project,
        stacks: [subject, reference],
        leaves: lines.filter((line) => line.trim() !== "").map(readLeaf),
      };
    });
}

function readLeaf(line: string): LeafLabel {
  const [leaf = "", subject = "", reference = "", truth = ""] = line.split(" | ");
  const policies = truth.trim().split("/");
  return {
    leaf: leaf.split("/"),
    values: [subject, reference],
    truth: ["noise", "="].includes(policies[0]!) && policies.length === 1 ? policies : policies.map(nameOf),
  };
}

function nameOf(word: string): string {
  return word === "noise" ? word : `${word}-parity`;
}

/** Writes both files of a pair, audits them, and holds what is reported against the labels. */
export function seeLeaves(pair: LabelledPair): readonly SeenLeaf[] {
  const folder = mkdtempSync(join(tmpdir(), "labelled-"));
  writeFileSync(join(folder, "Pulumi.yaml"), `name: ${pair.project}\nruntime: nodejs\n`);
  const [subject, reference] = pair.stacks.map((stack, side) => {
    const file = join(folder, `Pulumi.${stack}.yaml`);
    writeFileSync(file, documentOf(pair, side));
    return readConfigurationStack(file);
  });
  const { divergences } = compareDocuments({ subject: subject!, reference: reference! });
  return pair.leaves.map((label) => seeLeaf(pair, label, divergences));
}

function seeLeaf(pair: LabelledPair, label: LeafLabel, divergences: readonly Divergence[]): SeenLeaf {
  const said = [...new Set(divergences.filter((one) => meets(one, label.leaf)).map(({ facts }) => facts.policy))];
  const silent = label.truth.includes("noise") || label.truth.includes("=");
  const right = said.length === 0 ? silent : said.some((policy) => label.truth.includes(policy));
  return { where: `${pair.project} ${label.leaf.join("/")}: ${label.values.join(" ↔ ")}`, label, said, right };
}

/** A divergence stands at the leaf, at something that holds it, or inside of it. */
function meets({ path }: Divergence, leaf: readonly string[]): boolean {
  const steps = (path ?? []).map(String);
  const common = Math.min(steps.length, leaf.length);
  return common > 0 && steps.slice(0, common).join("/") === leaf.slice(0, common).join("/");
}

function documentOf(pair: LabelledPair, side: number): string {
  const document = new Tree();
  for (const { leaf, values } of pair.leaves) {
    const value = values[side]!;
    if (value !== "-") place(document, leaf[0]!.includes(":") ? ["config", ...leaf] : leaf, parse(value));
  }
  return stringify(listsOf(document));
}

class Tree extends Map<string, unknown> {}

function place(tree: Tree, [step = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree.set(step, value);
    return;
  }
  const below = tree.get(step);
  const next = below instanceof Tree ? below : new Tree();
  tree.set(step, next);
  place(next, rest, value);
}

function listsOf(node: unknown): unknown {
  if (!(node instanceof Tree)) return node;
  const entries = [...node].map(([key, value]): [string, unknown] => [key, listsOf(value)]);
  return entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, value]) => value) : new Map(entries);
}
