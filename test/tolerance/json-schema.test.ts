import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv/dist/2020";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { documentSchema } from "../../core/config/schema/document";
import { parityJsonSchema } from "../../sources/parity-yaml/json-schema";

const FILE = resolve(__dirname, "../../schemas/parity.schema.json");

const ajv = addFormats(new Ajv({ strict: false }));
const accepts = ajv.compile(JSON.parse(parityJsonSchema()) as object);

const word = fc.constantFrom(
  "a",
  "*",
  "any",
  "weaker",
  "staging",
  "all",
  "14d",
  "2027-02-30",
  "2027-01-31",
  "",
  "mandatory",
);
const leaf = fc.oneof(word, fc.constantFrom(0, 1, -1, 0.5, true, false, null));
const KEYS = Object.keys(documentSchema.shape);
const INNER = [
  ...[
    "stacks",
    "reference",
    "level",
    "lifetime",
    "allow",
    "on",
    "property",
    "ratio",
    "size",
    "version",
    "duration",
    "oneOf",
  ],
  ...[
    "pattern",
    "cel",
    "min",
    "max",
    "lead",
    "lag",
    "family",
    "stepsDown",
    "id",
    "expires",
    "accepted",
    "reason",
    "name",
  ],
  ...[
    "plan",
    "snapshot",
    "stack",
    "staging",
    "production",
    "sbom",
    "path",
    "required",
    "compare",
    "environments",
    "odd",
  ],
];
const inner = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 3 }), tie("map")),
  map: fc.dictionary(fc.constantFrom(...INNER), tie("value"), { maxKeys: 4 }),
}));

/** Documents that are right, to be made wrong in one place. */
const RIGHT = {
  extends: ["standard@1"],
  environments: {
    production: { stacks: ["*/p"] },
    staging: { stacks: "*/s", reference: "production", lifetime: "7d" },
  },
  reference: [{ plan: "a" }, { stack: "b", backend: "c" }],
  same: [{ staging: "a", production: "b", project: "x" }],
  absent: [{ name: "n", staging: ["a"], reason: "r" }],
  substitutes: [{ name: "n", staging: ["a"], production: ["b"], compare: { a: "b" } }],
  tolerances: [
    { on: "a", allow: { ratio: { min: 0.5 }, pattern: { subject: "a" } } },
    { allow: ["weaker", { size: { family: "same", stepsDown: 2 } }, { oneOf: [[1, 2]] }], level: "advisory" },
    { policy: ["a"], allow: { version: { lead: "minor" }, duration: { max: "30s" }, cel: "true" } },
  ],
  waivers: [{ id: "a", property: "b", accepted: [1, null], expires: "2027-01-31" }],
  evidence: { sbom: "a", data: [{ path: "b", required: true, maxAge: "7d" }] },
  maxAge: { "network-parity": "30d" },
  lead: 0,
};

function paths(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((one, index) => paths(one, [...at, index]))];
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => paths(one, [...at, key]))];
}

function replaced(value: unknown, [step, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === step ? replaced(one, rest, by) : one));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [key, key === step ? replaced(one, rest, by) : one]),
  );
}

function agree(document: unknown): void {
  assert.equal(accepts(document), documentSchema.safeParse(document).success, JSON.stringify(document));
}

describe("the JSON Schema of parity.yaml", () => {
  it("is current: `parity schema` prints what the parser is made of", () => {
    const committed: unknown = JSON.parse(readFileSync(FILE, "utf8"));
    assert.deepEqual(committed, JSON.parse(parityJsonSchema()), "out of date: `npm run schemas`");
  });

  it("accepts what the parser accepts", () => {
    agree(RIGHT);
    assert.ok(accepts(RIGHT));
  });

  it("agrees with the parser on documents with one mistake", () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths(RIGHT)), inner.value, (path, value) => agree(replaced(RIGHT, path, value))),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("agrees with the parser on documents at random", () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...KEYS), inner.value, { maxKeys: 3 }), agree), {
      numRuns: 3000,
      seed: 7,
    });
  });
});
