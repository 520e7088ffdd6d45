import { strict as assert } from "node:assert";
import fc from "fast-check";
import { createCatalogue } from "../../catalogue";
import type { Value } from "../../core/model/value";

const catalogue = createCatalogue();
const classify = (
  key: string,
  subject: Value | undefined,
  reference: Value | undefined,
  type = "parity:stack:Configuration",
) => catalogue.classify(type, [key], subject, reference);

describe("values speak", () => {
  const cases: readonly (readonly [Value, Value, string, string])[] = [
    ["nginx:1.25", "nginx:1.26", "dependency-parity", "image"],
    ["t3.small", "m5.large", "capacity-parity", "size"],
    ["10.0.0.0/16", "10.1.0.0/20", "network-parity", "addressRange"],
    ["rate(5 minutes)", "rate(1 hour)", "configuration-parity", "schedule"],
    ["30s", "5m", "configuration-parity", "duration"],
    [true, false, "configuration-parity", "toggle"],
    [3, 5, "configuration-parity", "count"],
    ["debug", "info", "configuration-parity", "text"],
  ];
  for (const [subject, reference, policy, kind] of cases)
    it(`${JSON.stringify(subject)} is ${kind}`, () => {
      const facts = classify("shop:thing", subject, reference);
      assert.deepEqual([facts.policy, facts.valueClass], [policy, kind]);
    });

  it("only where both say the same", () => {
    assert.equal(classify("shop:thing", "nginx:1.25", "whatever").valueClass, "text");
    assert.equal(classify("shop:thing", "nginx:1.25", undefined).valueClass, "image");
  });

  it("hide credentials in a connection string", () => {
    assert.equal(classify("shop:store", "postgres://app:pass@db/shop", undefined).secret, true);
  });

  it("never overrule a name that says more", () => {
    assert.equal(classify("shop:engineVersion", "1.25", "1.26").valueClass, "version");
    assert.equal(classify("shop:searchEngine", "on", "off").policy, "configuration-parity");
  });

  const keys: readonly (readonly [string, string])[] = [
    ["shop:dbInstanceType", "capacity-parity"],
    ["shop:desiredCount", "capacity-parity"],
    ["shop:NODE_VERSION", "dependency-parity"],
    ["shop:image_tag", "dependency-parity"],
    ["shop:FEATURE_CHECKOUT", "feature-flag-parity"],
    ["shop:enableRecommendations", "feature-flag-parity"],
    ["shop:multiAz", "resilience-parity"],
    ["shop:backupRetentionDays", "resilience-parity"],
    ["shop:logLevel", "configuration-parity"],
    ["shop:performance_insights_enabled", "configuration-parity"],
    ["shop:MAX_PRICE", "configuration-parity"],
    ["shop:public_access", "security-parity"],
    ["shop:vpcCidr", "network-parity"],
  ];
  for (const [key, policy] of keys)
    it(`${key} is ${policy}'s`, () => assert.equal(classify(key, "1", "2").policy, policy));

  it("take any text in their stride", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (key, text) => void classify(key, text, undefined)));
  });
});
