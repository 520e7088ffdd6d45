import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { adHocPair, completeSettings, type ParityConfig } from "../../core/config";
import { explainer } from "../../core/judge/explain";
import type { Finding } from "../../core/model/finding";
import type { Stack } from "../../core/model/stack";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { loadParityConfig, presetConfig } from "../../sources/parity-yaml";
import { readStack } from "../../sources/state";
import { injections } from "../accuracy/inject";
import { random } from "../accuracy/random";
import { parity } from "../cli/run";
import { catalogue, NOW } from "./shop";

const DATA = resolve(__dirname, "../../../shared/data");

interface SharedPair {
  readonly name: string;
  readonly subject: string;
  readonly reference: string;
}

function sharedPairs(): readonly SharedPair[] {
  if (!existsSync(DATA)) return [];
  return ["engine-pairs", "derived-pairs", "pairs"].flatMap((kind) =>
    readdirSync(join(DATA, kind)).map((name) => {
      const files = readdirSync(join(DATA, kind, name))
        .sort()
        .reverse();
      const [first = "", second = ""] = files.includes("staging.json") ? ["staging.json", "production.json"] : files;
      const at = (file: string) => join(DATA, kind, name, file);
      return { name: `${kind}/${name}`, subject: at(first), reference: at(second) };
    }),
  );
}

describe("the tolerance language on real pairs", () => {
  const pairs = sharedPairs();
  if (pairs.length === 0)
    it("needs the pairs of ../shared/data", function () {
      this.skip();
    });

  for (const { name, subject, reference } of pairs) {
    it(`explains every verdict of ${name} as it was given`, function () {
      this.timeout(60_000);
      const [ours, theirs] = [readStack(subject), readStack(reference)];
      const identity = (stack: typeof ours) => ({ project: stack.project, stack: stack.name });
      for (const preset of ["strict", "standard", "relaxed"]) {
        const pair = adHocPair(presetConfig(preset), identity(ours), identity(theirs));
        const settings = completeSettings(pair, { catalogue, before: undefined });
        const { comparison, findings } = walk(ours, theirs, settings, policies, NOW);
        const explain = explainer(comparison, settings.judge, { policies, now: NOW });
        for (const finding of findings) {
          const { verdict, level, rule, own, rules } = explain(finding);
          const { verdict: given, level: givenLevel, rule: givenRule } = finding;
          assert.deepEqual({ verdict, level, rule }, { verdict: given, level: givenLevel, rule: givenRule });
          const decides = rules.findLast((one) => one.decides.includes("allow")) ?? rules.at(-1);
          if (own.verdict === "within" && finding.group === undefined) assert.equal(own.rule, decides?.name);
          if (rules.length === 0) assert.ok(own.verdict !== "within" || finding.group !== undefined);
        }
      }
    });

    for (const own of [[], ["--ratchet"]])
      it(`init ${own.join(" ")} on ${name}: today passes, and what comes new does not`, async function () {
        this.timeout(120_000);
        const cwd = mkdtempSync(join(tmpdir(), "parity-init-"));
        try {
          const sides = ["--subject", subject, "--reference", reference];
          const { code, stderr } = await parity(["init", ...sides, ...own], { cwd });
          assert.equal(code, 0, stderr);
          const today = await parity(["audit", ...sides], { cwd });
          assert.equal(today.code, 0, today.stdout + today.stderr);
          writeFileSync(join(cwd, "changed.json"), withAnotherQueue(subject));
          const changed = await parity(["audit", "--subject", "changed.json", "--reference", reference], { cwd });
          assert.equal(changed.code, 1, changed.stdout + changed.stderr);
          const [ours, theirs] = [readStack(subject), readStack(reference)];
          const passed = injected(ours, theirs, loadParityConfig({ file: join(cwd, "parity.yaml"), from: [cwd] }));
          assert.deepEqual(passed.unexplained, []);
          assert.ok(passed.rejected > (passed.tried * 2) / 3, `${passed.rejected} of ${passed.tried} rejected`);
        } finally {
          rmSync(cwd, { recursive: true, force: true });
        }
      });
  }
});

/**
 * What becomes of changes of many kinds, one at a time, under what init wrote. `unexplained`: what passes, and no rule of
 * init or of the preset says that it may.
 */
function injected(ours: Stack, theirs: Stack, config: ParityConfig) {
  const identity = (stack: Stack) => ({ project: stack.project, stack: stack.name });
  const settings = completeSettings(adHocPair(config, identity(ours), identity(theirs)), {
    catalogue,
    before: undefined,
  });
  const judge = (stack: Stack) => walk(stack, theirs, settings, policies, NOW);
  const { findings, comparison } = judge(ours);
  const known = new Set(findings.map(fingerprint));
  const paired = new Set(comparison.pairs.map((pair) => pair.subject.urn));
  const unexplained: string[] = [];
  let [tried, rejected] = [0, 0];
  for (const { stack, change, expected } of injections(ours, catalogue, random(4), 2)) {
    // What becomes of a resource that only this side has is part of what init wrote: that it may be here.
    if (change !== "extra" && !paired.has(expected.urn)) continue;
    const fresh = judge(stack).findings.filter((finding) => !known.has(fingerprint(finding)));
    tried += 1;
    if (fresh.some(({ verdict, level }) => verdict === "beyond" && level === "mandatory")) rejected += 1;
    else if (fresh.length === 0 || fresh.some(({ rule }) => rule === "default"))
      unexplained.push(
        `${change} ${expected.urn} ${expected.property ?? ""}: ${fresh.map((one) => `${one.verdict} ${one.level} ${one.rule}`).join()}`,
      );
  }
  return { tried, rejected, unexplained };
}

const fingerprint = ({ id, values }: Finding) => `${id} ${JSON.stringify(values)}`;

interface State {
  readonly deployment: { readonly resources: readonly { readonly urn: string }[] };
}

/** The same state with a queue that neither side has. */
function withAnotherQueue(file: string): string {
  const state = JSON.parse(readFileSync(file, "utf8")) as State;
  const { resources } = state.deployment;
  const [prefix, stack, project] = (resources[0]?.urn ?? "").split(/::|pulumi:(?=[^:]+::)/);
  assert.equal(prefix, "urn:");
  const type = "aws:sqs/queue:Queue";
  const queue = {
    urn: `urn:pulumi:${stack}::${project}::${type}::injected`,
    custom: true,
    type,
    id: "x",
    inputs: {},
    outputs: {},
  };
  return JSON.stringify({ ...state, deployment: { ...state.deployment, resources: [...resources, queue] } });
}
