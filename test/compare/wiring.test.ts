import { strict as assert } from "node:assert";
import { inside, Site } from "../../core/compare/draft";
import { sameWiring } from "../../core/compare/wiring";
import type { Resource } from "../../core/model/resource";
import type { ValueMap } from "../../core/model/value";

interface Made {
  readonly name: string;
  readonly id?: string;
  readonly inputs?: ValueMap;
  readonly outputs?: ValueMap;
  readonly from?: readonly string[];
}

function resource(stack: string, { name, id, inputs = {}, outputs = {}, from = [] }: Made): Resource {
  const type = "aws:any/thing:Thing";
  const urnOf = (other: string) => `urn:pulumi:${stack}::shop::${type}::${other}`;
  return {
    urn: urnOf(name),
    type,
    name,
    role: "custom",
    id,
    parent: undefined,
    provider: undefined,
    inputs,
    outputs,
    dependencies: [],
    propertyDependencies: new Map([["target", from.map(urnOf)]]),
    aliases: [],
    protect: false,
    tags: {},
    sourcePosition: undefined,
    created: undefined,
    modified: undefined,
    untargeted: false,
  };
}

/** Compares `target` of a resource made from these sources, counterparts by name. */
function same(own: string, other: string, subject: readonly Made[], reference: readonly Made[]): boolean {
  const [ours, theirs] = [
    subject.map((made) => resource("staging", made)),
    reference.map((made) => resource("production", made)),
  ];
  const from = [...new Set([...subject, ...reference].map(({ name }) => name))];
  const pair = {
    subject: resource("staging", { name: "user", from }),
    reference: resource("production", { name: "user", from }),
  };
  const named = (among: readonly Resource[], urn: string) => among.find(({ name }) => name === urn.split("::").at(-1));
  return sameWiring(own, other, inside(Site.of(pair), "target"), {
    counterpartsOf: (urn) => {
      const [mine, other] = [named(ours, urn), named(theirs, urn)];
      return mine && other && { subject: mine, reference: other };
    },
  });
}

describe("wiring that the engine recorded", () => {
  it("knows ids that are too short to mean one thing", () => {
    const app = (id: string): Made => ({ name: "app", id });
    assert.ok(same("ev12ynh", "z1my0qb", [app("ev12ynh")], [app("z1my0qb")]));
    assert.ok(!same("ev12ynh", "another", [app("ev12ynh")], [app("z1my0qb")]));
  });

  it("knows what the cloud made up, however short", () => {
    const profile = (id: string): Made => ({
      name: "flags",
      id: `${id}:app`,
      outputs: { profileId: id, state: "ready" },
    });
    assert.ok(same("xdfu6fg", "ltzkcbm", [profile("xdfu6fg")], [profile("ltzkcbm")]));
    assert.ok(!same("ready", "ltzkcbm", [profile("xdfu6fg")], [profile("ltzkcbm")]));
  });

  it("knows a short id in a longer text, where the source's own id holds it", () => {
    const part = (api: string, id: string): Made => ({ name: "i", id: `${api}|${id}`, outputs: { integrationId: id } });
    const [ours, theirs] = [[part("kq82mzt1c0", "bf50i4i")], [part("0w7pd3xn2b", "e5juqof")]];
    assert.ok(same("integrations/bf50i4i", "integrations/e5juqof", ours, theirs));
    assert.ok(!same("integrations/bf50i4i", "routes/e5juqof", ours, theirs));
  });

  it("knows a number that the program wrote as a text", () => {
    const version = (versionNumber: number): Made => ({ name: "flags", outputs: { versionNumber } });
    assert.ok(same("6", "31", [version(6)], [version(31)]));
    assert.ok(!same("6", "30", [version(6)], [version(31)]));
  });

  it("knows a name before there is an id", () => {
    const role = (name: string, id?: string): Made => ({
      name: "web",
      ...(id === undefined ? {} : { id }),
      inputs: { name },
      outputs: { name },
    });
    assert.ok(same("web-0e51d4e", "web-4f51032", [role("web-0e51d4e")], [role("web-4f51032", "web-4f51032")]));
  });

  it("reads a text that is made from several", () => {
    const made = (name: string, text: string): Made => ({ name, inputs: { name: text }, outputs: { name: text } });
    const ours = [made("shop", "shop-41d16ce"), made("web", "web-86158a8")];
    const theirs = [made("shop", "shop-2ebdcb9"), made("web", "web-839e9e1")];
    assert.ok(same("service/shop-41d16ce/web-86158a8", "service/shop-2ebdcb9/web-839e9e1", ours, theirs));
    assert.ok(!same("service/shop-41d16ce/web-86158a8", "daemon/shop-2ebdcb9/web-839e9e1", ours, theirs));
  });

  it("takes no setting of a source for its name", () => {
    const made = (size: string): Made => ({ name: "db", inputs: { size }, outputs: { size } });
    const [ours, theirs] = [[made("gp3-100gigabytes")], [made("gp3-500gigabytes")]];
    assert.ok(!same("on gp3-100gigabytes", "on gp3-500gigabytes", ours, theirs));
    assert.ok(!same("info", "warn", [made("info")], [made("warn")]));
  });

  it("leaves to the source what is, as a whole, what the source was given", () => {
    const made = (target: string): Made => ({ name: "web", inputs: { target }, outputs: { target } });
    const [own, other] = ["service/shop-41d16ce/web-86158a8", "service/shop-2ebdcb9/web-839e9e1"];
    assert.ok(same(own, other, [made(own)], [made(other)]));
  });

  it("does not hold another source's text for the same", () => {
    const bucket = (name: string, arn: string): Made => ({ name, outputs: { arn } });
    const ours = [bucket("one", "arn:aws:s3:::one-a"), bucket("two", "arn:aws:s3:::two-a")];
    const theirs = [bucket("one", "arn:aws:s3:::one-b"), bucket("two", "arn:aws:s3:::two-b")];
    assert.ok(same("arn:aws:s3:::one-a/*", "arn:aws:s3:::one-b/*", ours, theirs));
    assert.ok(!same("arn:aws:s3:::two-a/*", "arn:aws:s3:::one-b/*", ours, theirs));
  });
});
