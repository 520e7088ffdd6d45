import assert from "node:assert/strict";
import { completeSettings, pairsFor } from "../../core/config";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { catalogue, NOW, stackOf, strictly, type Sketch } from "./shop";

const DB = "aws:rds/instance:Instance::orders";
const config = strictly(`environments:
  production: { stacks: "*/production", gate: staging }
  staging: { stacks: "*/staging", reference: production }`);

/** What the gate rejects when production is previewed: staging as it is, production as it was and as it would be. */
function rejected({
  staging,
  was,
  preview,
}: Readonly<Record<"staging" | "was" | "preview", Sketch>>): readonly string[] {
  const [gate] = pairsFor(config, { project: "shop", stack: "production" });
  assert.ok(gate?.gate);
  const settings = completeSettings(gate, { catalogue, before: stackOf("production", was) });
  const { findings } = walk(stackOf("staging", staging), stackOf("production", preview), settings, policies, NOW);
  return findings.filter(({ verdict }) => verdict === "beyond").map(({ key, kind }) => key ?? kind);
}

const db = (inputs: Readonly<Record<string, unknown>>): Sketch => ({ [DB]: inputs });

describe("the gate", () => {
  it("rejects a change that staging does not have", () => {
    const staging = db({ port: 5432 });
    assert.deepEqual(rejected({ staging, was: db({ port: 5432 }), preview: db({ port: 5433 }) }), ["port"]);
  });

  it("lets a change pass that staging has already", () => {
    const staging = db({ port: 5433 });
    assert.deepEqual(rejected({ staging, was: db({ port: 5432 }), preview: db({ port: 5433 }) }), []);
  });

  it("never holds against production what it had before", () => {
    const staging = db({ port: 5432, multiAz: false });
    const was = db({ port: 5432, multiAz: true });
    assert.deepEqual(rejected({ staging, was, preview: was }), []);
  });

  it("rejects a new resource that staging does not have", () => {
    const was = db({ port: 5432 });
    const preview = { ...was, "aws:sqs/queue:Queue::jobs": {} };
    assert.deepEqual(rejected({ staging: was, was, preview }), ["missing"]);
  });
});
