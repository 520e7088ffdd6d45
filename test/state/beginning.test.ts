import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { resource, urnOf } from "./states";
import { hasData, recordedStates } from "../accuracy/data";
import { parseState } from "../../sources/state";
import { toldByBeginning, toldByFile } from "../../sources/state/beginning";

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

  it("is read of a file that is packed, too", () => {
    const folder = mkdtempSync(join(tmpdir(), "parity-beginning-"));
    const many = Array.from({ length: 2000 }, (_, at) => resource({ id: randomUUID() }, `r${at}`));
    const text = JSON.stringify({ version: 3, deployment: { resources: [root, ...many] } });
    const file = (name: string, bytes: string | Buffer) => {
      writeFileSync(join(folder, name), bytes);
      return toldByFile(join(folder, name));
    };
    const packed = gzipSync(text);
    assert.ok(packed.length > 2 * 16_384, "it is longer than what is read of it");
    const expected = { organization: undefined, project: "shop", name: "staging" };
    assert.deepEqual(file("a.json", text), expected);
    assert.deepEqual(file("b.json.gz", packed), expected);
    assert.equal(file("c.json.gz", Buffer.from([0x1f, 0x8b, 1, 2, 3])), undefined);
    assert.equal(toldByFile(join(folder, "missing.json")), undefined);
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
