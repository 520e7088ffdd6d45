import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { exportOf, previewOf, setUpDesk, urn, type Desk } from "../../host/shop";
import type { Properties, SentResource } from "../../host/pack-host";
import { isJsonList, type Json, type JsonMap } from "../hostile/paths";
import { marker, type Marker } from "./markers";
import { leaksIn, type Said } from "./outputs";
import { MARKINGS, OCCURRENCES } from "./places";

/** Stands openly beside the secrets: what is compared at all must show it. */
const CANARY = { s: "canary north of it", r: "canary south of it" };
const TYPE = "aws:lambda/function:Function";

/** Each marking in one resource, each place of use in another, as the engine sends them. */
function planted(
  stack: string,
  side: "s" | "r",
): { readonly sent: readonly SentResource[]; readonly markers: readonly Marker[] } {
  const markers: Marker[] = [];
  const resource = (name: string, inputs: JsonMap, outputs: JsonMap, more: JsonMap = {}): SentResource => ({
    ...{ urn: urn(stack, TYPE, name), provider: urn(stack, "pulumi:providers:aws", "default_7_0_0") },
    ...{ inputs: properties(inputs), outputs: properties({ ...inputs, ...outputs }) },
    additionalSecretOutputs: texts(more.additionalSecretOutputs),
  });
  const sent = Object.values(MARKINGS).flatMap((marking, row) =>
    Object.values(OCCURRENCES).flatMap((occurrence, column) => {
      const secret = marker(side, markers.length, row + column);
      markers.push(secret);
      const [source, use] = [marking(secret.text), occurrence(secret.text)];
      const number = String(markers.length);
      return [
        resource(`owner-of-${number}`, source.inputs ?? {}, source.outputs ?? {}, source.more),
        resource(`user-of-${number}`, { ...use.inputs, canary: CANARY[side] }, use.outputs ?? {}),
      ];
    }),
  );
  return { sent, markers };
}

function properties(map: JsonMap): Properties {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(map)) as Properties).toJavaScript();
}

function texts(value: Json | undefined): readonly string[] {
  return isJsonList(value) ? value.filter((each) => typeof each === "string") : [];
}

describe("secrets planted in a preview", function () {
  this.timeout(120_000);
  let desk: Desk;
  beforeEach(() => (desk = setUpDesk()));
  afterEach(() => desk.clear());

  const own = planted("staging", "s");
  const other = planted("production", "r");
  const configured = [marker("s", 9001, 0), marker("s", 9002, 1)] as const;
  const nested = JSON.stringify({ user: "app", pass: configured[1].text });
  const markers = [...own.markers, ...other.markers, ...configured];
  const uses = {
    urn: urn("staging", TYPE, "user-of-configuration"),
    inputs: {
      url: `x://${configured[0].text}`,
      environment: { variables: { A: configured[0].text, B: `-${configured[1].text}-` } },
    },
    outputs: {},
  };
  const options = {
    configuration: { "shop:a": configured[0].text, "shop:db": nested },
    secretKeys: ["shop:a", "shop:db"],
  };

  const filesBelow = (folder: string): readonly Said[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "production.json")
      .map((entry) => ({ where: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));

  it("stand in no violation, report, cache or line of the pack", async () => {
    desk.write("production.json", exportOf("production", { extra: other.sent }));
    const env = { PARITY_REPORT: "report", XDG_CACHE_HOME: join(desk.folder, "cache") };
    const pack = await desk.pack({ ...options, env });
    const found = await pack.run(previewOf("staging", { extra: [...own.sent, uses] }));
    const said = [
      { where: "violations", text: JSON.stringify(found) },
      { where: "output", text: pack.output() },
    ];
    const files = filesBelow(desk.folder);
    assert.ok(files.length >= 7, files.map(({ where }) => where).join());
    assert.ok(files.some(({ text }) => text.includes(CANARY.s)));
    assert.deepEqual(leaksIn([...said, ...files], markers), []);
  });

  it("stand in no recording of it", async () => {
    const pack = await desk.pack({ ...options, env: { PARITY_RECORD: "plan.json" } });
    await pack.run(previewOf("staging", { extra: [...own.sent, uses] }));
    const files = filesBelow(desk.folder);
    assert.ok(files.find(({ where }) => where === "plan.json")?.text.includes(CANARY.s));
    assert.deepEqual(leaksIn(files, markers), []);
  });
});
