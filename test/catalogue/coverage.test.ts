import { strict as assert } from "node:assert";
import { createCatalogue } from "../../catalogue";
import { knownProperties, knownTypes } from "../../catalogue/schema/properties";
import { mostUsed } from "../../catalogue/schema/most-used";

const catalogue = createCatalogue();

function defaulted(type: string): readonly string[] {
  return knownProperties(type)!
    .filter(({ path }) => path.length === 1)
    .map(({ path }) => path.join("."))
    .filter((path) => catalogue.property(type, [path]).rule === "general/default");
}

describe("the catalogue over all of AWS", () => {
  it("knows more than 1,700 types and their properties", () => {
    assert.ok(knownTypes().length > 1700);
    assert.ok(knownTypes().every((type) => knownProperties(type)!.length >= 0));
  });

  it("leaves less than a tenth of all top-level properties to the default", () => {
    const top = knownTypes().flatMap((type) => knownProperties(type)!.filter(({ path }) => path.length === 1));
    const left = knownTypes().flatMap(defaulted);
    assert.ok(left.length / top.length < 0.1, `${left.length} of ${top.length}`);
  });

  it("leaves none of the most used types' to it", () => {
    assert.ok(mostUsed.length >= 120);
    assert.deepEqual(
      mostUsed.flatMap((type) => defaulted(type).map((path) => `${type} ${path}`)),
      [],
    );
  });

  it("reads old types as their successors", () => {
    const of = (type: string) => catalogue.type(type).canonical;
    assert.equal(of("aws:s3/bucketV2:BucketV2"), "aws:s3/bucket:Bucket");
    assert.equal(of("aws:alb/listener:Listener"), "aws:lb/listener:Listener");
    assert.equal(of("aws:elasticloadbalancingv2/targetGroup:TargetGroup"), "aws:lb/targetGroup:TargetGroup");
    assert.equal(of("aws:s3/bucket:Bucket"), "aws:s3/bucket:Bucket");
  });

  it("says the same of a property under the old name", () => {
    const old = catalogue.property("aws:alb/loadBalancer:LoadBalancer", ["enableDeletionProtection"]);
    assert.deepEqual(old, catalogue.property("aws:lb/loadBalancer:LoadBalancer", ["enableDeletionProtection"]));
  });
});
