import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { join } from "node:path";
import { generateExport } from "../../bench/stacks/generate";
import { CHANGES } from "../../bench/stacks/pair";
import { createCatalogue } from "../../catalogue";
import { compare } from "../../core/compare/compare";
import { adHocPair, completeSettings, pairsFor } from "../../core/config";
import type { Catalogue } from "../../core/model/catalogue";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { loadParityConfig, presetConfig } from "../../sources/parity-yaml";
import { programFinder } from "../../sources/program";
import { parseState } from "../../sources/state";
import { readValue } from "../../sources/state/values";

const ROOT = join(__dirname, "../..");

/** Compares a generated pair of that many resources, as `look` lets the catalogue and the stacks be seen. */
function compareGenerated(resources: number, catalogue: Catalogue, look: (stack: Stack) => Stack): void {
  const identity = (stack: string) => ({ project: "bench", stack });
  const pair = adHocPair(presetConfig("strict"), identity("staging"), identity("production"));
  const { compare: options } = completeSettings(pair, { catalogue, before: undefined });
  const read = (environment: string) =>
    parseState(JSON.stringify(generateExport(environment, resources, environment === "staging" ? CHANGES : [])), "-");
  compare(look(read("staging")), look(read("production")), options);
}

/** Questions to the catalogue about properties: each is a place where two values had to be looked at. */
function questions(resources: number): number {
  let asked = 0;
  const built = createCatalogue();
  const property: Catalogue["property"] = (type, path) => {
    asked += 1;
    return built.property(type, path);
  };
  compareGenerated(resources, { ...built, property }, (stack) => stack);
  return asked;
}

/** How often the comparison looks at what a resource of either side answered. */
function outputsRead(resources: number): number {
  let asked = 0;
  const counted = (resource: Resource): Resource => ({
    ...resource,
    get outputs() {
      asked += 1;
      return resource.outputs;
    },
  });
  compareGenerated(resources, createCatalogue(), (stack) => ({ ...stack, resources: stack.resources.map(counted) }));
  return asked / (2 * resources);
}

/** How often a name is held against a pattern to find the pairs of so many stacks of as many projects, per stack. */
function matches(stacks: number): number {
  const document =
    'environments:\n  production: { stacks: ["*/production"] }\n  staging: { stacks: ["*/staging"], reference: production }\n';
  const config = loadParityConfig({ document, from: [ROOT] });
  const all = Array.from({ length: stacks }, (_, at) => ({
    project: `p${at >> 1}`,
    stack: at % 2 === 0 ? "staging" : "production",
  }));
  let matched = 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is given back as it was
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    matched += 1;
    return exec.call(this, text);
  };
  try {
    assert.equal(all.flatMap((stack) => pairsFor(config, stack, all)).length, stacks / 2);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return matched / stacks;
}

describe("what a comparison costs, counted", () => {
  it("finds the pairs of an organisation without holding each stack against each", () => {
    matches(10);
    const [few, many] = [matches(20), matches(400)];
    assert.ok(few > 0 && many <= few, `${few} matches for each of 20 stacks, ${many} for each of 400`);
  });

  it("looks at a bounded number of places in each resource, however many there are", () => {
    const [few, many] = [questions(200) / 200, questions(2000) / 2000];
    assert.ok(many <= 20, `${many} places in each resource`);
    assert.ok(many <= few * 1.1, `${few} in each of 200 resources, ${many} in each of 2000`);
  });

  it("gathers no identities of resources where their names and their recorded wiring say enough", () => {
    const times = outputsRead(1000);
    // Gathering them reads each once more.
    assert.ok(times <= 7.5, `the outputs of each resource were read ${times} times`);
  });

  it("keeps what needs no change as it was parsed", () => {
    const parsed: unknown = JSON.parse('{"a":[{"b":"text"},{"c":{"d":[1,2,3]}}],"e":"more"}');
    assert.equal(readValue(parsed), parsed);
  });

  it("looks into each folder once for the programs of any number of projects", () => {
    const listed: string[] = [];
    const { readdirSync } = fs;
    fs.readdirSync = new Proxy(readdirSync, {
      apply: (list, own, args: unknown[]): unknown => {
        listed.push(String(args[0]));
        return Reflect.apply(list, own, args);
      },
    });
    try {
      const programOf = programFinder(join(ROOT, "examples"));
      assert.equal(programOf("storefront"), join(ROOT, "examples", "storefront"));
      for (const project of ["none", "of", "these"]) assert.equal(programOf(project), undefined);
    } finally {
      fs.readdirSync = readdirSync;
    }
    assert.ok(listed.length > 2, "nothing was listed");
    assert.equal(new Set(listed).size, listed.length);
  });

  it("loads nothing that compares before the pack is asked to", () => {
    const loaded = `require("ts-node").register({transpileOnly: true}); require(${JSON.stringify(join(ROOT, "index.ts"))});
      const own = Object.keys(require.cache).filter((file) => !file.includes("node_modules"));
      console.log(JSON.stringify(own.filter((file) => /core\\/(?:compare|align|symbolise|redact)|catalogue\\/|reporters\\//.test(file))));
      process.exit(); // The pack listens until it is told to go.`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", loaded], { cwd: ROOT, encoding: "utf8" });
    assert.deepEqual(JSON.parse(stdout.trim().split("\n").at(-1) ?? "null"), [], stderr);
  });
});
