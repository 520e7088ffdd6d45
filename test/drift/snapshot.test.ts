import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { createCatalogue } from "../../catalogue";
import { compare } from "../../core/compare/compare";
import { ReadError } from "../../core/errors";
import { Asset, ResourceReference, SECRET, UNKNOWN } from "../../core/model/value";
import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import { isStale, snapshotChanges, writeSnapshot } from "../../sources/snapshot";
import { parseState, readStack } from "../../sources/state";
import { bareOptions } from "../bare-options";
import { exported, plaintext, resource, urnOf } from "../state/states";
import { hasSharedData, sharedPairs, sharedStates } from "./shared-data";

const again = (stack: Stack) => parseState(writeSnapshot(stack), stack.source);

describe("a snapshot", () => {
  it("brings back everything that the comparison looks at", () => {
    const before = exported([
      resource({ type: "pulumi:pulumi:Stack", custom: false, created: "2026-01-01T00:00:00Z" }, "shop-staging"),
      resource(
        { type: "shop:index:Service", custom: false, parent: urnOf("shop-staging", "pulumi:pulumi:Stack") },
        "service",
      ),
      resource({
        id: "b-1",
        protect: true,
        inputs: {
          __defaults: ["silent"],
          name: "x",
          silent: 1,
          list: [1, { a: null }],
          $parity: "odd",
          password: plaintext("Long-secret-1"),
        },
        outputs: { name: "x", arn: "arn:aws:s3:::x", $parity: "odd", list: [1, { a: null }] },
        propertyDependencies: { name: [urnOf("vpc")] },
        dependencies: [urnOf("vpc"), "urn:pulumi:other::shop::a:b:C::d"],
      }),
    ]);
    const after = again(before);
    assert.deepEqual(sortedResources(after), sortedResources(before));
    assert.equal(writeSnapshot(after), writeSnapshot(before));
  });

  it("keeps every kind of special value", () => {
    const values = [
      SECRET,
      UNKNOWN,
      new Asset("asset", "h", "a.txt"),
      new Asset("archive", undefined, ""),
      new ResourceReference(urnOf("x"), "i"),
      Infinity,
    ];
    const [first] = exported([resource()]).resources;
    const stack = { ...exported([]), project: "shop", name: "staging", resources: [{ ...first!, inputs: { values } }] };
    assert.deepEqual(again(stack).resources[0]!.inputs.values, values);
  });

  it("says the same whatever the order of its source", () => {
    const resources = ["a", "b", "b", "c"].map((name, at) => resource({ id: `i-${at}` }, name));
    assert.equal(writeSnapshot(exported(resources)), writeSnapshot(exported([...resources].reverse())));
  });

  it("is read by its own schema", () => {
    const schema: unknown = JSON.parse(readFileSync(join(__dirname, "../../schemas/snapshot-1.schema.json"), "utf8"));
    const ajv = addFormats(new Ajv({ strict: true, allowUnionTypes: true }));
    const validate = ajv.compile(Object(schema));
    for (const stack of [exported([resource()]), ...(hasSharedData ? sharedStates().map(readStack) : [])])
      assert.ok(validate(JSON.parse(writeSnapshot(stack))), `${stack.source}: ${ajv.errorsText(validate.errors)}`);
  });

  it("of a newer format is refused, of an unknown mark undetermined", () => {
    const text = writeSnapshot(exported([resource({ inputs: { a: plaintext("x") } })]));
    assert.throws(() => parseState(text.replace("snapshot/1", "snapshot/2"), "s.json"), newer);
    const odd = parseState(text.replace('{"$parity":"secret"}', '{"$parity":"quantum"}'), "s.json");
    assert.equal(odd.resources[0]!.inputs.a, UNKNOWN);
  });

  for (const [what, change] of Object.entries(BROKEN_SNAPSHOTS()))
    it(`that is broken is refused in one line: ${what}`, () => {
      const text = change(writeSnapshot(exported([resource({ inputs: { a: 1 } })])));
      assert.throws(
        () => parseState(text, "s.json"),
        (error) => error instanceof ReadError && !error.message.includes("\n"),
      );
    });

  it("is stale when what it holds has changed, not when only its time has", () => {
    const stack = exported([resource({ inputs: { size: 1 } })]);
    const committed = writeSnapshot({ ...stack, capturedAt: "2026-01-01", program: { commit: "a" } });
    const later = writeSnapshot({ ...stack, capturedAt: "2026-02-01", program: { commit: "b", dirty: true } });
    assert.ok(!isStale(snapshotChanges(committed, later)));
    assert.ok(!isStale(snapshotChanges(committed.replaceAll("\n", "\r\n"), later)));
    const other = writeSnapshot(exported([resource({ inputs: { size: 2 } })]));
    assert.deepEqual(snapshotChanges(committed, other), { removed: ['"size": 1'], added: ['"size": 2'] });
  });
});

describe("snapshots of real states", () => {
  before(function () {
    if (!hasSharedData) this.skip();
  });

  it("hold no secret and no ciphertext", () => {
    for (const file of sharedStates()) {
      const snapshot = writeSnapshot(readStack(file));
      assert.doesNotMatch(snapshot, /1b47061264138c4ac30d75fd1eb44270|ciphertext|"v1:|salt/, basename(file));
    }
  });

  it("hold no marker that was planted as a secret and stands in a hundred other places", () => {
    let places = 0;
    for (const { production } of sharedPairs()) {
      const planted = plant(readFileSync(production, "utf8"), "Pl4nted-m4rker-77f");
      places += planted.split("Pl4nted").length - 1;
      const snapshot = writeSnapshot(parseState(planted, production));
      assert.doesNotMatch(snapshot, /Pl4nted|UGw0bnRlZ|BsNG50ZW|QbDRudGVk/, production);
    }
    assert.ok(places > 1000, `${places} places`);
  });

  it("differ in the lines of what changed, and in no other", () => {
    for (const { production } of sharedPairs()) {
      const stack = readStack(production);
      const changed = stack.resources.findIndex(
        ({ role, inputs }) => role === "custom" && Object.keys(inputs).length > 0,
      );
      const resources = stack.resources.map((one, at) =>
        at === changed
          ? { ...one, inputs: { ...one.inputs, addedByATest: 7 }, outputs: { ...one.outputs, addedByATest: 7 } }
          : one,
      );
      const { removed, added } = snapshotChanges(writeSnapshot(stack), writeSnapshot({ ...stack, resources }));
      assert.deepEqual([removed, added], [[], ['"addedByATest": 7']], production);
    }
  });

  it("are smaller than their states", () => {
    const sizes = sharedPairs().map(({ production }) => [
      writeSnapshot(readStack(production)).length,
      readFileSync(production).length,
    ]);
    const [snapshots, states] = [0, 1].map((at) => sizes.reduce((sum, pair) => sum + pair[at]!, 0));
    assert.ok(snapshots! < 0.7 * states!, `${snapshots} of ${states}`);
  });

  for (const pair of hasSharedData ? sharedPairs() : [])
    it(`judge as the state does: ${pair.name}`, () => {
      const [subject, reference] = [readStack(pair.staging), readStack(pair.production)];
      assert.deepEqual(audited(subject, again(reference)), audited(subject, reference));
      assert.deepEqual(audited(again(subject), again(reference)), audited(subject, reference));
    });
});

/** Puts a secret into a state, and its plaintext into every fifth text of its properties, in changing disguise. */
function plant(state: string, marker: string): string {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const disguises = [
    (text: string) => text + marker,
    (text: string) => JSON.stringify({ text, marker }),
    (text: string) => base64(`${text}${marker}`),
    (text: string) => `https://x/?q=${marker}&t=${encodeURIComponent(text)}`,
  ];
  let count = 0;
  const disguised = (_key: string, value: unknown): unknown =>
    typeof value === "string" && ++count % 5 === 0 ? disguises[count % 4]!(value) : value;
  const { version, deployment } = JSON.parse(state) as { version: number; deployment: { resources: object[] } };
  const resources = deployment.resources.map((one) => {
    const { inputs = {}, outputs = {} } = one as { inputs?: object; outputs?: object };
    const changed = JSON.parse(JSON.stringify({ inputs, outputs }, disguised)) as object;
    return Object.hasOwn(one, "custom") ? { ...one, ...changed } : one;
  });
  return JSON.stringify({
    version,
    deployment: { resources: [...resources, resource({ inputs: { password: plaintext(marker) } })] },
  });
}

const catalogue = createCatalogue();

/** All that the comparison says, without the order of what only one side has. */
function audited(subject: Stack, reference: Stack): unknown {
  const options = bareOptions(catalogue, { subject: subject.name, reference: reference.name });
  const { pairs, divergences, equivalences, secrets, remarks } = compare(subject, reference, options);
  const urns = (sides: Sides<Resource | undefined>) => ({
    subject: sides.subject?.urn,
    reference: sides.reference?.urn,
  });
  return {
    pairs: pairs.map((pair) => ({ ...pair, ...urns(pair) })).sort(by(({ subject: urn }) => urn)),
    divergences: divergences
      .map((one) => ({ ...one, ...urns(one) }))
      .sort(by(({ id, path }) => id + JSON.stringify(path))),
    equivalences: [...equivalences].sort(by((one) => `${one.subject} ${one.reference}`)),
    secrets,
    remarks: [...remarks].sort(),
  };
}

function by<T>(key: (value: T) => string | undefined) {
  return (one: T, other: T) => ((key(one) ?? "") < (key(other) ?? "") ? -1 : 1);
}

function sortedResources(stack: Stack) {
  const sorted = [...stack.resources].sort((one, other) => (one.urn < other.urn ? -1 : 1));
  return sorted.map((one) => ({ ...one, dependencies: [...one.dependencies].sort(), modified: undefined }));
}

function newer(error: unknown): boolean {
  return error instanceof ReadError && error.message.includes("format 2, newer than 1") && error.place === "s.json";
}

function BROKEN_SNAPSHOTS(): Record<string, (text: string) => string> {
  return {
    "cut off": (text) => text.slice(0, -20),
    "a resource that is a text": (text) => text.replace(/"resources": \[[^]*\]/, '"resources": ["x"]'),
    "no URN": (text) => text.replace(/"urn": ".*"/, '"urn": ""'),
    "a role of its own": (text) => text.replace('"inputs"', '"role": "king", "inputs"'),
    "a phase of its own": (text) => text.replace('"phase": "state"', '"phase": "gas"'),
    "inputs that are a list": (text) => text.replace(/"inputs": \{[^}]*\}/, '"inputs": [1]'),
    "a format that is no number": (text) => text.replace("snapshot/1", "snapshot/one"),
    "inputs ten thousand deep": (text) => text.replace('"a": 1', `"a": ${"[".repeat(10_000)}${"]".repeat(10_000)}`),
  };
}
