import { strict as assert } from "node:assert";
import { accountOf } from "../../scripts/offline-aws/account";
import { checked, missing } from "../../scripts/offline-aws/check";
import { created, planned } from "../../scripts/offline-aws/compute";
import { difference } from "../../scripts/offline-aws/diff";
import { textAt, UNKNOWN, type Properties } from "../../scripts/offline-aws/json";
import { lookUp } from "../../scripts/offline-aws/look-ups";

const staging = accountOf({ region: "eu-west-1", allowedAccountIds: '["111111111111"]' }, "staging");
const production = accountOf({ region: "eu-west-1", allowedAccountIds: '["222222222222"]' }, "production");

function urn(stack: string, type: string, name: string): string {
  return `urn:pulumi:${stack}::shop::shop:web:Web$${type}::${name}`;
}

const queue = (stack: string) => urn(stack, "aws:sqs/queue:Queue", "orders");

describe("the offline AWS provider", () => {
  it("names what the program leaves unnamed, and keeps the name it gave before", () => {
    const first = checked(queue("staging"), {}, {}, staging, "seed");
    assert.match(textAt(first, "name") ?? "", /^orders-[0-9a-f]{7}$/);
    assert.deepEqual(first.__defaults, ["name"]);
    const again = checked(queue("staging"), {}, first, staging, "another seed");
    assert.equal(again.name, first.name);
  });

  it("leaves a name alone that the program gives", () => {
    const inputs = checked(queue("staging"), { name: "orders" }, {}, staging, "seed");
    assert.deepEqual(inputs, { __defaults: [], name: "orders" });
  });

  it("merges the provider's default tags under the resource's own", () => {
    const account = accountOf({ defaultTags: '{"tags":{"Team":"shop","Tier":"1"}}' }, "staging");
    const inputs = checked(queue("staging"), { tags: { Tier: "2" } }, {}, account, "seed");
    assert.deepEqual(inputs.tags, { Team: "shop", Tier: "2" });
  });

  it("asks for what a type requires", () => {
    const subnet = urn("staging", "aws:ec2/subnet:Subnet", "a");
    assert.deepEqual(
      missing(subnet, { cidrBlock: "10.0.0.0/24" }).map(({ property }) => property),
      ["vpcId"],
    );
    assert.deepEqual(missing(subnet, { vpcId: UNKNOWN }), []);
  });

  it("makes ids and ARNs in their real shapes", () => {
    const table: readonly (readonly [string, Properties, RegExp, RegExp])[] = [
      ["aws:ec2/vpc:Vpc", {}, /^vpc-[0-9a-f]{17}$/, /^arn:aws:ec2:eu-west-1:111111111111:vpc\/vpc-/],
      ["aws:kms/key:Key", {}, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/, /:key\/[0-9a-f]{8}-/],
      ["aws:iam/role:Role", { name: "web" }, /^web$/, /^arn:aws:iam::111111111111:role\/web$/],
      ["aws:s3/bucket:Bucket", { bucket: "pictures" }, /^pictures$/, /^arn:aws:s3:::pictures$/],
      ["aws:sqs/queue:Queue", { name: "q" }, /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/111111111111\/q$/, /:q$/],
      [
        "aws:dynamodb/table:Table",
        { name: "carts" },
        /^carts$/,
        /^arn:aws:dynamodb:eu-west-1:111111111111:table\/carts$/,
      ],
      ["aws:glue/job:Job", { name: "nightly" }, /^nightly$/, /^arn:aws:glue:eu-west-1:111111111111:job\/nightly$/],
    ];
    for (const [type, inputs, id, arn] of table) {
      const resource = created(urn("staging", type, "x"), inputs, staging);
      assert.match(resource.id, id, type);
      assert.match(textAt(resource.outputs, "arn") ?? "", arn, type);
    }
  });

  it("makes other ids for another stack, and the same again for the same", () => {
    const vpc = (stack: string, account = staging) => created(urn(stack, "aws:ec2/vpc:Vpc", "vpc"), {}, account).id;
    assert.notEqual(vpc("staging"), vpc("production", production));
    assert.notEqual(vpc("staging"), vpc("pr-42"));
    assert.equal(vpc("staging"), vpc("staging"));
  });

  it("invents an account for a stack that names none", () => {
    assert.match(accountOf({}, "pr-42").id, /^\d{12}$/);
    assert.notEqual(accountOf({}, "pr-42").id, accountOf({}, "pr-43").id);
  });

  it("knows no computed output in a preview, and every one after it", () => {
    const inputs = { name: "orders", kmsMasterKeyId: UNKNOWN };
    const plan = planned(queue("staging"), inputs, staging);
    assert.equal(plan.name, "orders");
    assert.equal(plan.arn, UNKNOWN);
    assert.equal(plan.url, UNKNOWN);
    const { outputs } = created(queue("staging"), { ...inputs, kmsMasterKeyId: "key" }, staging);
    assert.ok(!Object.values(outputs).includes(UNKNOWN));
    assert.deepEqual(Object.keys(plan).sort(), Object.keys(outputs).sort());
  });

  it("finds changes whatever the marks, and knows which mean a new resource", () => {
    const olds = { __defaults: ["name"], name: "q", policy: { __defaults: [], a: [1, 2] } };
    const token = "aws:sqs/queue:Queue";
    assert.deepEqual(difference(token, olds, { name: "q", policy: { a: [1, 2] } }, []), { changed: [], replaces: [] });
    assert.deepEqual(difference(token, olds, { name: "r", policy: { a: [2, 1] } }, []), {
      changed: ["name", "policy"],
      replaces: ["name"],
    });
    assert.deepEqual(difference(token, olds, { name: "r", policy: { a: [1, 2] } }, ["name"]), {
      changed: [],
      replaces: [],
    });
  });

  it("tells zero, empty, false, null and absent apart", () => {
    const values = [0, "", false, null, {}] as const;
    for (const [index, value] of values.entries()) {
      const next = values[(index + 1) % values.length] ?? null;
      assert.deepEqual(difference("aws:x/y:Z", { p: value }, { p: next }, []).changed, ["p"]);
      assert.deepEqual(difference("aws:x/y:Z", {}, { p: value }, []).changed, ["p"]);
    }
  });

  it("answers look-ups for the account that asks", () => {
    const zones = lookUp("aws:index/getAvailabilityZones:getAvailabilityZones", {}, staging);
    assert.deepEqual(zones.names, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
    const caller = lookUp("aws:index/getCallerIdentity:getCallerIdentity", {}, production);
    assert.equal(caller.accountId, "222222222222");
  });

  it("writes policy documents as AWS reads them", () => {
    const statements = [
      { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["ecs.amazonaws.com"] }] },
    ];
    const answer = lookUp("aws:iam/getPolicyDocument:getPolicyDocument", { statements }, staging);
    assert.deepEqual(JSON.parse(textAt(answer, "json") ?? ""), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs.amazonaws.com" } }],
    });
  });

  it("answers a look-up that it does not know with what its result requires", () => {
    const answer = lookUp("aws:sns/getTopic:getTopic", { name: "alarms" }, staging);
    assert.equal(answer.name, "alarms");
    assert.ok(Object.hasOwn(answer, "arn"));
  });
});
