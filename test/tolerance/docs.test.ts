import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { documentSchema } from "../../core/config/schema/document";
import { loadParityConfig } from "../../sources/parity-yaml";
import { judged, strictly, verdicts, type Sketch } from "./shop";

const DOCS = resolve(__dirname, "../../docs");
const page = readFileSync(resolve(DOCS, "parity-yaml.md"), "utf8");
const blocks = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(({ 1: text = "", index }) => ({
  text,
  line: page.slice(0, index).split("\n").length,
}));

const CLAIM =
  /^# (?<type>\S+) (?<property>\S+): (?<subject>\S+) against (?<reference>\S+) is (?<verdict>within|beyond)$/gm;

function sketch(type: string, property: string, value: unknown): Sketch {
  const nested = property.split(".").reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
  return { [`${type}::one`]: nested as Readonly<Record<string, unknown>> };
}

describe("the documentation of parity.yaml", () => {
  for (const { text, line } of blocks)
    it(`line ${line} is a parity.yaml without a warning`, () => {
      assert.deepEqual(loadParityConfig({ document: text, from: ["/"] }).warnings, []);
    });

  for (const { text } of blocks)
    for (const { groups = {} } of text.matchAll(CLAIM)) {
      const { type = "", property = "", subject = "", reference = "", verdict = "" } = groups;
      it(`${property}: ${subject} against ${reference} is ${verdict}`, () => {
        const stacks = {
          subject: sketch(type, property, JSON.parse(subject)),
          reference: sketch(type, property, JSON.parse(reference)),
        };
        assert.deepEqual(verdicts(judged(strictly(text), stacks)), [verdict]);
      });
    }

  it("names every key that there is", () => {
    for (const key of Object.keys(documentSchema.shape).filter((name) => !name.startsWith("$") && name !== "catalogue"))
      assert.ok(
        page.includes(`\n${key}:`) || page.includes(`\`${key}\``),
        `${key} stands nowhere in docs/parity-yaml.md`,
      );
  });

  for (const file of readdirSync(resolve(DOCS, "parity-yaml")))
    it(`docs/parity-yaml/${file} is read without a warning`, () => {
      assert.deepEqual(loadParityConfig({ file: resolve(DOCS, "parity-yaml", file), from: ["/"] }).warnings, []);
    });
});
