import assert from "node:assert/strict";
import { isIdentity } from "../../core/symbolise/declared";
import { compareStacks, resource, say, sayInputs, stack } from "./build";

const QUEUE = "aws:sqs/queue:Queue";
const FUNCTION = "aws:lambda/function:Function";

describe("accounts and regions", () => {
  /** A function that reads from a queue of another stack, and that queue's account and region besides. */
  const of = (name: string, account: string, region: string, other = account) =>
    stack(name, [
      resource(name, QUEUE, "own", {}, { outputs: { arn: `arn:aws:sqs:${region}:${account}:own-1` } }),
      resource(name, FUNCTION, "f", {
        source: `arn:aws:sqs:${region}:${other}:far`,
        timeout: 3,
      }),
    ]);

  it("are mapped by what the stacks hold, and told", () => {
    const { divergences, equivalences } = compareStacks(
      of("staging", "111111111111", "eu-west-1"),
      of("production", "222222222222", "us-east-1"),
    );
    assert.deepEqual(say(divergences), []);
    assert.deepEqual(
      equivalences
        .filter(({ source }) => source !== "stack")
        .map(({ source, subject, reference }) => [source, subject, reference]),
      [
        ["account", "111111111111", "222222222222"],
        ["region", "eu-west-1", "us-east-1"],
      ],
    );
  });

  it("are no difference where only one side's provider says its own, and the other's has it from the shell", () => {
    const by = (name: string, type: string, inputs: Record<string, string>) =>
      stack(name, [resource(name, type, "default", inputs, { role: "provider" })]);
    const said = (type: string, inputs: Record<string, string>) =>
      say(compareStacks(by("staging", type, {}), by("production", type, inputs)).divergences);
    assert.deepEqual(said("pulumi:providers:aws", { region: "us-west-2" }), []);
    assert.deepEqual(
      said("pulumi:providers:gcp", { region: "us-central1", zone: "us-central1-a", project: "p-1" }),
      [],
    );
    assert.deepEqual(said("pulumi:providers:azure", { subscriptionId: "0282681f-7a9e-424b-80b2-96babd57a8a1" }), []);
    assert.deepEqual(said("pulumi:providers:aws", { skipMetadataApiCheck: "false" }), ["removed skipMetadataApiCheck"]);
  });

  it("are each stack's home, though the other one uses it as well", () => {
    const at = (name: string, home: string, far: string, regions: readonly string[]) =>
      stack(name, [
        resource(name, "pulumi:providers:aws", "default_6_0_4", { region: home }, { role: "provider" }),
        resource(name, "pulumi:providers:aws", "far", { region: far }, { role: "provider" }),
        resource(name, "aws:ec2/subnet:Subnet", "a", { availabilityZone: `${home}a` }),
        resource(name, "aws:s3/bucket:Bucket", "copies", { replicaRegion: far }),
        resource(name, "aws:route53/healthCheck:HealthCheck", "h", { regions }),
      ]);
    const { divergences, equivalences } = compareStacks(
      at("staging", "eu-west-1", "us-east-1", ["eu-west-1", "us-east-1", "ap-southeast-1"]),
      at("production", "us-east-1", "eu-west-1", ["us-east-1", "ap-southeast-1", "eu-west-1"]),
    );
    assert.deepEqual(say(divergences), []);
    assert.deepEqual(
      equivalences.filter(({ source }) => source === "region").map(({ subject, reference }) => [subject, reference]),
      [
        ["eu-west-1", "us-east-1"],
        ["us-east-1", "eu-west-1"],
      ],
    );
  });

  it("are taken out beside a name of the environment that stands for something else as well", () => {
    const at = (name: string, account: string) =>
      stack(name, [
        resource(name, QUEUE, "own", {}, { outputs: { arn: `arn:aws:sqs:us-east-2:${account}:own-1` } }),
        resource(name, FUNCTION, "f", { path: `arn:aws:ssm:us-east-2:${account}:parameter/cells/${name}/*` }),
      ]);
    const environments = { subject: { environment: "eu", aliases: [] }, reference: { environment: "us", aliases: [] } };
    const { divergences } = compareStacks(at("eu", "111111111111"), at("us", "222222222222"), { environments });
    assert.deepEqual(say(divergences), []);
  });

  it("are those in which resources of the same names lie, where there are several", () => {
    const at = (name: string, accounts: Readonly<Record<string, string>>) =>
      stack(name, [
        ...Object.entries(accounts).map(([what, account]) =>
          resource(
            name,
            "aws:iam/role:Role",
            `${what}-auditor`,
            {},
            { outputs: { arn: `arn:aws:iam::${account}:role/a` } },
          ),
        ),
        resource(name, FUNCTION, "f", {
          sources: Object.values(accounts).map((id) => `arn:aws:sqs:eu-west-1:${id}:far`),
        }),
      ]);
    const production = at("production", { shop: "333333333333", data: "444444444444" });
    const said = (accounts: Readonly<Record<string, string>>) =>
      say(compareStacks(at("staging", accounts), production).divergences);
    assert.deepEqual(said({ shop: "222222222222", data: "111111111111" }), []);
    assert.deepEqual(said({ shop: "111111111111", data: "222222222222" }), []);
  });

  it("are none where both stacks have the same", () => {
    const { equivalences } = compareStacks(
      of("staging", "111111111111", "eu-west-1"),
      of("production", "111111111111", "eu-west-1"),
    );
    assert.deepEqual(
      equivalences.filter(({ source }) => source !== "stack"),
      [],
    );
  });
});

describe("what may be declared the same", () => {
  const table: Readonly<Record<string, boolean>> = {
    "111111111111": true,
    "arn:aws:iam::1:role/x": true,
    "https://shop.test": true,
    "shop.example.com": true,
    "team@example.com": true,
    "shop-staging-1a": true,
    "db.t3.small": false,
    "16.3": false,
    v2: false,
    debug: false,
    "": false,
  };
  for (const [text, expected] of Object.entries(table))
    it(`${JSON.stringify(text)}: ${expected ? "yes" : "no"}`, () => assert.equal(isIdentity(text), expected));
});

describe("a list whose order matters", () => {
  it("tells one element that was put between others, and not all that follow", () => {
    const rest = ["alpha", "beta", "gamma", "delta", "epsilon"].map((step) => ({ run: step, level: 1 }));
    const own = [...rest.slice(0, 2), { run: "omega", level: 7 }, ...rest.slice(2)];
    assert.deepEqual(sayInputs({ steps: own }, { steps: rest }), ["added steps[2]"]);
    assert.deepEqual(sayInputs({ steps: rest }, { steps: own }), ["removed steps[2]"]);
  });
});

describe("projects that are called after their environments", () => {
  const of = (name: string, project: string, zone: string) =>
    stack(name, [
      resource(name, "gcp:compute/network:Network", "own", {}, { id: `projects/${project}/global/networks/own` }),
      resource(name, "gcp:dns/recordSet:RecordSet", "www", { managedZone: zone }),
    ]);
  const compared = (own: string, other: string, zone = "np-shop", zoneThere = "pd-shop") =>
    compareStacks(of("nonlive", own, zone), of("live", other, zoneThere), {
      environments: {
        subject: { environment: "nonlive", aliases: [] },
        reference: { environment: "live", aliases: [] },
      },
    });

  it("tell what the environments are called, and the report says so", () => {
    const { divergences, equivalences } = compared("shop-np-7f31", "shop-pd-02c9");
    assert.deepEqual(say(divergences), []);
    assert.ok(equivalences.some(({ subject, reference }) => subject === "np" && reference === "pd"));
  });

  it("tell nothing where they differ in more than a word, or in none", () => {
    assert.deepEqual(say(compared("shop-np-blue", "shop-pd-green").divergences), ["changed managedZone"]);
    assert.deepEqual(say(compared("shop-np-7f31", "other-pd").divergences), ["changed managedZone"]);
  });
});
