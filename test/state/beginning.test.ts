import assert from "node:assert/strict";
import { resource, urnOf } from "./states";
import { hasData, recordedStates } from "../accuracy/data";
import { parseState } from "../../sources/state";
import { toldByBeginning } from "../../sources/state/beginning";

const BEGINNING = 16_384;
const root = { urn: urnOf("shop-staging", "pulumi:pulumi:Stack"), type: "pulumi:pulumi:Stack" };
const deployment = { manifest: { time: "2026-11-20T09:30:00Z" }, resources: [root, resource()] };
const told = (document: unknown) => toldByBeginning(JSON.stringify(document));

describe("the beginning of a state", () => {
  it("tells whose it is, as the whole does", function () {
    if (!hasData()) this.skip();
    let known = 0;
    for (const { file, text } of recordedStates()) {
      const beginning = toldByBeginning(text.slice(0, BEGINNING));
      if (beginning === undefined) continue;
      known += 1;
      const { organization, project, name: stack } = parseState(text, file);
      assert.deepEqual(beginning, { organization, project, name: stack }, file);
    }
    assert.ok(known >= 10, `of ${known} recorded states`);
  });

  it("tells the organisation of a checkpoint", () => {
    const checkpoint = (stack: string) => told({ version: 3, checkpoint: { stack, latest: deployment } });
    assert.deepEqual(checkpoint("acme/shop/staging"), { organization: "acme", project: "shop", name: "staging" });
    assert.equal(checkpoint("staging")?.organization, undefined);
    assert.equal(told({ version: 3, checkpoint: { latest: deployment, stack: "acme/shop/staging" } }), undefined);
  });

  it("tells nothing where only the whole would", () => {
    const untold = [
      { version: 3, deployment: { resources: [resource(), root] } },
      { schema: "parity-snapshot/1", resources: [root] },
      { version: 3, deployment: { resources: [] } },
      [],
    ];
    for (const document of untold) assert.equal(told(document), undefined, JSON.stringify(document).slice(0, 80));
  });
});
