import assert from "node:assert/strict";
import { compareStacks, resource, say, stack } from "./build";

const QUEUE = "aws:sqs/queue:Queue";
const FUNCTION = "aws:lambda/function:Function";

describe("states that are not as they should be", () => {
  it("with one URN twice are compared, and the reader is told", () => {
    const twice = (name: string) =>
      stack(name, [resource(name, QUEUE, "q", { delaySeconds: 1 }), resource(name, QUEUE, "q", { delaySeconds: 2 })]);
    const { divergences, remarks, pairs } = compareStacks(twice("staging"), twice("production"));
    assert.deepEqual(say(divergences), []);
    assert.equal(pairs.length, 2);
    assert.equal(remarks.length, 2);
  });

  it("with parents and dependencies that are not there are compared", () => {
    const dangling = (name: string) =>
      stack(name, [
        resource(name, QUEUE, "q", {}, { parent: "urn:gone", dependencies: ["urn:gone"], provider: "urn:gone" }),
      ]);
    assert.deepEqual(compareStacks(dangling("staging"), dangling("production")).divergences, []);
  });

  it("with one id for two resources take neither for the other", () => {
    const of = (name: string, id: string) =>
      stack(name, [
        resource(name, QUEUE, "a", {}, { id }),
        resource(name, QUEUE, "b", {}, { id }),
        resource(name, FUNCTION, "f", { source: id }),
      ]);
    assert.deepEqual(
      say(compareStacks(of("staging", "queue-1a2b3c4d5"), of("production", "queue-9f8e7d6c5")).divergences),
      [],
    );
  });

  it("whose outputs are `a`, `true` and `80` give no symbol that matches everywhere", () => {
    const of = (name: string, port: number) =>
      stack(name, [
        resource(name, QUEUE, "q", {}, { id: "a", outputs: { flag: "true", port: "80", state: "ACTIVE" } }),
        resource(name, FUNCTION, "f", { text: `a true ${port} ACTIVE` }),
      ]);
    assert.deepEqual(say(compareStacks(of("staging", 80), of("production", 443)).divergences), ["changed text"]);
  });

  it("with enormous texts are compared in a moment", () => {
    const of = (name: string, end: string) =>
      stack(name, [resource(name, FUNCTION, "f", { text: `${"x y-1 ".repeat(500_000)}${end}` })]);
    const started = process.cpuUsage();
    assert.deepEqual(say(compareStacks(of("staging", "a"), of("production", "b")).divergences), ["changed text"]);
    assert.ok(process.cpuUsage(started).user < 5_000_000);
  });

  it("that hold nothing differ in nothing", () => {
    assert.deepEqual(compareStacks(stack("staging", []), stack("production", [])).divergences, []);
  });
});
