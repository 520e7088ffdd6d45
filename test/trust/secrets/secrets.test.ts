import assert from "node:assert/strict";
import { parseState } from "../../../sources/state";
import { storefront } from "../documents";
import { tornTexts } from "../hostile/mutations";
import { marker } from "./markers";
import { commandsOn, leaksIn, SHOWING, type Commands, type Said } from "./outputs";
import { MARKINGS, OCCURRENCES } from "./places";
import { plantedState } from "./plant";

const TORN = Number(process.env.PARITY_TRUST_RUNS ?? "6") * 5;

describe("secrets planted in a real state", function () {
  this.timeout(600_000);
  const { subject, reference } = storefront();
  const planted = { subject: plantedState(subject, "s"), reference: plantedState(reference, "r") };
  const markers = [...planted.subject.markers, ...planted.reference.markers];
  let commands: Commands;
  let said: readonly Said[];
  before(async () => {
    const texts = { subject: planted.subject.text, reference: planted.reference.text };
    commands = commandsOn(texts, { subject: "staging.json", reference: "production.json" });
    said = await commands.run(SHOWING);
  });
  after(() => commands.clear());

  it(`are ${String(Object.keys(MARKINGS).length)} ways to mark one by ${String(Object.keys(OCCURRENCES).length)} places to use it, on both sides`, () => {
    assert.equal(markers.length, 2 * Object.keys(MARKINGS).length * Object.keys(OCCURRENCES).length);
    assert.equal(new Set(markers.map(({ core }) => core)).size, markers.length);
  });

  it("stand in no format, file, cache or message of any command", () => {
    assert.deepEqual(leaksIn(said, markers), []);
  });

  it("do not take along what stands openly beside them", () => {
    const shown = said.filter(({ where }) => /parity\.(json|html|sarif|junit\.xml|txt)$|explain/.test(where));
    assert.ok(shown.length >= 10);
    for (const { where, text } of said.filter(({ where: each }) => /^parity\.(json|html|sarif)$/.test(each)))
      assert.ok(text.includes(planted.subject.canary) && text.includes(planted.reference.canary), where);
  });

  it(`stand in no message about a state that is broken (${String(TORN)} of them)`, () => {
    for (const [at, text] of tornTexts(planted.subject.text, TORN, 11).entries()) {
      const message = messageOf(text, `torn ${String(at)}`);
      assert.deepEqual(leaksIn([{ where: `torn ${String(at)}`, text: message }], planted.subject.markers), []);
    }
  });
});

function messageOf(text: string, source: string): string {
  try {
    parseState(text, source);
    return "";
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(Reflect.get(error, "place"))}` : String(error);
  }
}

describe("a secret that only the other side marks", () => {
  const { text, core } = marker("s", 1);
  const SIGNATURE = "4dabf18193072939515e22adb298388d";
  const hidden = { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
  const state = (stack: string, value: unknown, use: string, timeout: number) => {
    const resource = (type: string, name: string, inputs: object) => ({
      ...{ urn: `urn:pulumi:${stack}::shop::${type}::${name}`, type, custom: true, id: `${name}-1` },
      ...{ inputs, outputs: inputs },
    });
    const resources = [
      resource("aws:mq/user:User", "user", { value }),
      resource("aws:lambda/function:Function", "worker", {
        timeout,
        environment: { variables: { A: use, B: `x ${use} y` } },
      }),
    ];
    return JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
  };

  it("is concealed wherever it stands on this side", async () => {
    const texts = { subject: state("staging", text, text, 3), reference: state("production", hidden, "other", 30) };
    const commands = commandsOn(texts, { subject: "staging.json", reference: "production.json" });
    const said = await commands.run(SHOWING.slice(0, 3));
    commands.clear();
    assert.deepEqual(leaksIn(said, [{ text, core }]), []);
    assert.ok(said.some(({ text: shown }) => shown.includes('"property": "timeout"')));
  });
});
