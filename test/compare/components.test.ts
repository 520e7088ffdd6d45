import assert from "node:assert/strict";
import type { Resource } from "../../core/model/resource";
import type { ValueMap } from "../../core/model/value";
import { compareStacks, resource, say, stack } from "./build";

const SERVICE = "awsx:ecs:FargateService";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const BUCKET = "aws:s3/bucket:Bucket";

type Of = "staging" | "production";

function component(of: Of, inputs: ValueMap, outputs: ValueMap = {}): Resource {
  return resource(of, SERVICE, "web", inputs, { role: "component", outputs });
}

function sayOf(made: (of: Of) => readonly Resource[]): readonly string[] {
  return say(compareStacks(stack("staging", made("staging")), stack("production", made("production"))).divergences);
}

const scaled = (of: Of, small: number, large: number) => (of === "staging" ? small : large);

describe("what a component was given", () => {
  it("shows in what it made of it, and is said there alone", () => {
    assert.deepEqual(
      sayOf((of) => {
        const web = component(of, { cpu: scaled(of, 256, 1024), desiredCount: scaled(of, 1, 3) });
        return [web, resource(of, TASK, "web", { cpu: String(scaled(of, 256, 1024)) }, { parent: web.urn })];
      }),
      ["changed cpu"],
    );
  });

  it("is compared where it has made nothing that the stacks know", () => {
    const given = (of: Of) => ({
      desiredCount: scaled(of, 1, 3),
      taskDefinitionArgs: { container: { image: "web:1", environment: [{ name: "LOG_LEVEL", value: "info" }] } },
    });
    assert.deepEqual(
      sayOf((of) => [component(of, given(of))]),
      ["changed desiredCount"],
    );
  });

  it("is not compared where only one side's has made something of it", () => {
    assert.deepEqual(
      sayOf((of) => {
        const web = component(of, { desiredCount: scaled(of, 1, 3) });
        return of === "staging" ? [web] : [web, resource(of, BUCKET, "logs", {}, { parent: web.urn })];
      }),
      ["missing logs"],
    );
  });

  it("says nothing of what it puts out, nor of what stacks put out", () => {
    const root = (of: Of) =>
      resource(of, "pulumi:pulumi:Stack", `shop-${of}`, {}, { role: "stack", outputs: { replicas: scaled(of, 1, 3) } });
    assert.deepEqual(
      sayOf((of) => [root(of), component(of, {}, { replicas: scaled(of, 1, 3) })]),
      [],
    );
  });

  it("is one difference where there is no such component at all, with all that lies in it", () => {
    const made = (of: Of) => {
      const web = component(of, {});
      return [web, resource(of, TASK, "web", { cpu: "256" }, { parent: web.urn })];
    };
    const { divergences } = compareStacks(stack("staging", []), stack("production", made("production")));
    const roots = divergences.filter(({ causedBy }) => causedBy === undefined);
    assert.deepEqual(say(divergences), ["missing web", "missing web"]);
    assert.deepEqual(
      roots.map(({ type }) => type),
      [SERVICE],
    );
  });
});
