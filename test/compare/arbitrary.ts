import fc from "fast-check";
import type { Resource } from "../../core/model/resource";
import type { Stack } from "../../core/model/stack";
import type { Value, ValueMap } from "../../core/model/value";
import { resource, stack } from "./build";

const TYPES = ["acme:index/queue:Queue", "acme:index/service:Service", "aws:sqs/queue:Queue"] as const;

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: 0, max: 5000 }),
  fc.boolean(),
  fc.constantFrom("fast", "slow", "POST", "1.2.3", "a,b", "10.0.0.0/16", ""),
);

const inputs: fc.Arbitrary<ValueMap> = fc.dictionary(
  fc.constantFrom("limit", "retries", "mode", "protocol", "settings", "steps", "verbosity"),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), fc.dictionary(fc.constantFrom("one", "two", "three"), scalar)),
);

interface Sketch {
  readonly type: (typeof TYPES)[number];
  readonly inputs: ValueMap;
  /** Which of the earlier resources it refers to. */
  readonly refersTo: number;
  readonly suffix: string;
}

const sketch: fc.Arbitrary<Sketch> = fc.record({
  type: fc.constantFrom(...TYPES),
  inputs,
  refersTo: fc.nat(20),
  suffix: fc.stringMatching(/^[0-9][a-f][0-9a-f]{5}$/),
});

/** A stack of some resources with ids of their own, each of which refers to an earlier one. */
export const anyStack: fc.Arbitrary<Stack> = fc.array(sketch, { minLength: 1, maxLength: 8 }).map((sketches) => {
  const resources: Resource[] = [];
  sketches.forEach(({ type, inputs: given, refersTo, suffix }, at) => {
    const id = `thing-${at}-${suffix}a1`;
    const target = resources[refersTo % Math.max(resources.length, 1)];
    const wiring = target === undefined ? {} : { source: target.id ?? "" };
    const dependencies = target === undefined ? [] : [target.urn];
    resources.push(
      resource(
        "staging",
        type,
        `thing-${at}`,
        { ...given, ...wiring },
        { id, outputs: { ...given, arn: `arn:aws:acme:eu-west-1:111122223333:thing/${id}` }, dependencies },
      ),
    );
  });
  return stack("staging", resources);
});
