import { strict as assert } from "node:assert";
import { catalogueAccuracy, catalogueMisses } from "../../bench/accuracy/catalogue";
import { POLICY_NAMES } from "../../core/vocabulary";
import { readLabels, SAMPLES } from "./labels";

describe("the catalogue against hand-written labels", () => {
  const labels = readLabels();
  const all = catalogueAccuracy().find(({ policy }) => policy === "all");
  const misses = () => catalogueMisses().map(({ label, said }) => `${label.type} ${label.path.join(".")}: ${said}`);

  it("has at least 300 labels over 100 types", () => {
    assert.ok(labels.length >= 300);
    assert.ok(new Set(labels.map(({ type }) => type)).size >= 100);
  });

  it("names only policies that exist, and no property twice", () => {
    const known: readonly string[] = POLICY_NAMES;
    assert.deepEqual(
      [...new Set(labels.flatMap(({ policies }) => policies))].filter((policy) => !known.includes(policy)),
      [],
    );
    const paths = labels.map(({ type, path }) => `${type} ${path.join(".")}`);
    assert.equal(new Set(paths).size, paths.length);
  });

  it("agrees on the owning policy by at least 0.97", () => {
    assert.ok(all!.policyAccuracy >= 0.97, misses().join("\n"));
  });

  it("agrees on noise by at least 0.98", () => {
    assert.ok(all!.noiseAccuracy >= 0.98, misses().join("\n"));
  });

  it("agrees on the value class by at least 0.9", () => {
    assert.ok(all!.kindAccuracy >= 0.9, String(all!.kindAccuracy));
  });
});

describe("the catalogue against labels of a sample drawn at random", () => {
  for (const sample of SAMPLES.slice(1))
    it(`agrees on policy by at least 0.97, on noise by 0.98, on the value class by 0.9: ${sample}`, () => {
      const labels = readLabels(sample);
      const { policyAccuracy, noiseAccuracy, kindAccuracy } = catalogueAccuracy(labels).at(-1)!;
      const misses = catalogueMisses(labels).map(({ label, said }) => `${label.type} ${label.path.join(".")}: ${said}`);
      assert.ok(labels.length >= 250);
      assert.ok(policyAccuracy >= 0.97 && noiseAccuracy >= 0.98 && kindAccuracy >= 0.9, misses.join("\n"));
    });
});
