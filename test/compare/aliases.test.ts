import { strict as assert } from "node:assert";
import type { Resource } from "../../core/model/resource";
import { compareStacks, resource, say, stack } from "./build";

const QUEUE = "aws:sqs/queue:Queue";
const urn = (of: string, name: string) => `urn:pulumi:${of}::shop::${QUEUE}::${name}`;
const queue = (of: string, name: string, visibilityTimeoutSeconds: number, aliases: readonly string[] = []) =>
  resource(of, QUEUE, name, { visibilityTimeoutSeconds }, { aliases });

/** Two queues in production; the subject's are the given ones. */
function compared(...subject: readonly Resource[]) {
  const reference = [queue("production", "orders", 30), queue("production", "mails", 60)];
  return compareStacks(stack("staging", subject), stack("production", reference));
}

describe("a resource that says what it was called", () => {
  it("is compared with what still has that URN, however unlike the two are named", () => {
    const { divergences, pairs } = compared(
      queue("staging", "purchases", 60, [urn("staging", "orders")]),
      queue("staging", "letters", 30, [urn("staging", "mails")]),
    );
    assert.deepEqual(pairs.map(({ subject, reference, via }) => [subject.name, reference.name, via]).sort(), [
      ["letters", "mails", "urn"],
      ["purchases", "orders", "urn"],
    ]);
    assert.deepEqual(say(divergences), ["changed visibilityTimeoutSeconds", "changed visibilityTimeoutSeconds"]);
  });

  it("finds the same from the other side", () => {
    const renamed = queue("production", "purchases", 60, [urn("production", "orders")]);
    const { pairs } = compareStacks(
      stack("staging", [queue("staging", "orders", 30), queue("staging", "mails", 60)]),
      stack("production", [renamed, queue("production", "letters", 30, [urn("production", "mails")])]),
    );
    assert.deepEqual(pairs.map(({ subject, reference }) => [subject.name, reference.name]).sort(), [
      ["mails", "letters"],
      ["orders", "purchases"],
    ]);
  });

  it("takes nothing that two of one stack were called", () => {
    const former = [urn("staging", "orders")];
    const { pairs } = compared(queue("staging", "one", 30, former), queue("staging", "two", 60, former));
    assert.deepEqual(
      pairs.filter(({ via }) => via === "urn"),
      [],
    );
  });

  it("never takes what another resource is called now", () => {
    const { pairs } = compared(
      queue("staging", "orders", 30),
      queue("staging", "purchases", 30, [urn("staging", "orders")]),
    );
    assert.ok(pairs.some(({ subject, reference }) => subject.name === "orders" && reference.name === "orders"));
  });
});
