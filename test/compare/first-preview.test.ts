import assert from "node:assert/strict";
import { type Value, type ValueMap, UNKNOWN } from "../../core/model/value";
import { compareStacks, resource, say, stack } from "./build";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const OLD_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const SITE = "acme:index/site:Site";
const THING = "acme:index/thing:Thing";

const preview = (resources: Parameters<typeof stack>[1]) => stack("staging", resources, { phase: "preview" });

describe("the first preview of a stack", () => {
  it("foretells an id that is an input of all of its type", () => {
    const site = (name: string, domain: string, id?: string) => resource(name, SITE, "www", { domain }, { id });
    const user = (name: string, url: string) => resource(name, THING, "user", { target: url });
    const { divergences } = compareStacks(
      preview([site("staging", "next.shop.example.net"), user("staging", "https://next.shop.example.net/a")]),
      stack("production", [
        site("production", "www.shop.example.net", "www.shop.example.net"),
        user("production", "https://www.shop.example.net/a"),
      ]),
    );
    assert.deepEqual(say(divergences), []);
  });

  it("knows as little of the fortieth element of a set as of the first", () => {
    const SECRET = "aws:secretsmanager/secret:Secret";
    const policy = (resources: readonly Value[]) => ({
      policy: { Statement: [{ Effect: "Allow", Resource: resources }] },
    });
    const numbers = Array.from({ length: 40 }, (_, at) => at);
    const arn = (at: number) => `arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-${at}-a1B2c3`;
    const made = (of: string, known: boolean, more: readonly Value[] = []) => {
      const secrets = numbers.map((at) =>
        resource(of, SECRET, `key-${at}`, {}, known ? { id: arn(at), outputs: { arn: arn(at) } } : { id: undefined }),
      );
      const dependencies = secrets.map(({ urn }) => urn);
      const values = [...numbers.map((at) => (known ? arn(at) : UNKNOWN)), ...more];
      return [
        ...secrets,
        resource(of, "aws:iam/rolePolicy:RolePolicy", "read", policy(values), {
          propertyDependencies: new Map([["policy", dependencies]]),
        }),
      ];
    };
    const said = (more: readonly Value[]) =>
      say(
        compareStacks(preview(made("staging", false, more)), stack("production", made("production", true))).divergences,
      );
    assert.deepEqual(said([]), []);
    assert.deepEqual(said(["arn:aws:s3:::backup/*"]), ["added policy.Statement[0].Resource[40]"]);
  });

  it("does not foretell it from what identifies only some of them", () => {
    const site = (name: string, of: string, domain: string, id?: string) =>
      resource(name, SITE, of, { domain }, { id });
    const { pairs } = compareStacks(
      preview([site("staging", "a", "a.example.net"), site("staging", "b", "b.example.net")]),
      stack("production", [
        site("production", "a", "a.example.org", "a.example.org"),
        site("production", "b", "b.example.org", "4711"),
      ]),
    );
    assert.deepEqual(
      pairs.map(({ subject }) => subject.id),
      [undefined, undefined],
    );
  });

  const places: Readonly<Record<string, readonly [own: string, other: string, otherId: string]>> = {
    "an account in an ARN": [
      "arn:aws:sns:eu-west-1:111111111111:calls",
      "arn:aws:sns:eu-west-1:222222222222:calls",
      "arn:aws:sqs:eu-west-1:222222222222:own",
    ],
    "a subscription": [
      "/subscriptions/0c1d2e3f-4a5b-4c6d-8e7f-90a1b2c3d4e5/x/7f951dda",
      "/subscriptions/d5c4b3a2-1f0e-4d9c-8b7a-6f5e4d3c2b1a/x/7f951dda",
      "/subscriptions/d5c4b3a2-1f0e-4d9c-8b7a-6f5e4d3c2b1a/resourceGroups/own",
    ],
    "a project": [
      "projects/lumen-4821/global/networks/default",
      "projects/lumen-1177/global/networks/default",
      "projects/lumen-1177/topics/own",
    ],
  };
  for (const [what, [own, other, otherId]] of Object.entries(places))
    it(`reads ${what} from what its inputs mention`, () => {
      const stackOf = (name: string, target: string, id?: string) =>
        stack(name, [resource(name, THING, "own", {}, { id }), resource(name, SITE, "user", { target })]);
      const { divergences, equivalences } = compareStacks(
        stackOf("staging", own),
        stackOf("production", other, otherId),
      );
      assert.deepEqual(say(divergences), []);
      assert.ok(equivalences.some(({ source }) => source === "account"));
    });

  it("takes no place for its own that the other side mentions as well", () => {
    const far = "arn:aws:sns:eu-west-1:999999999999:calls";
    const user = (name: string, id?: string) => resource(name, SITE, "user", { target: far }, { id });
    const { equivalences } = compareStacks(
      preview([user("staging")]),
      stack("production", [user("production", "arn:aws:sqs:eu-west-1:222222222222:own")]),
    );
    assert.ok(!equivalences.some(({ source }) => source === "account"));
  });

  it("takes what comes from no resource for an outside thing, though it looks like an output of the reference's", () => {
    const grant = (name: string, instance: string, set?: string) =>
      resource(
        name,
        SITE,
        "grant",
        { target: `arn:aws:sso:::instance/${instance}` },
        set === undefined
          ? {}
          : {
              id: set,
              outputs: { arn: `arn:aws:sso:::permissionSet/ps-1/instance/${instance}` },
            },
      );
    const production = stack("production", [grant("production", "ssoins-7f6e5d4c3b2a1908", "ps-1")]);
    const own = grant("staging", "ssoins-69871b2c3d4e5f60");
    assert.deepEqual(say(compareStacks(preview([own]), production).divergences), []);
  });

  it("pairs what is known of a set first, and what is not with what is left over", () => {
    const vault = (name: string, id?: string) => resource(name, THING, "vault", {}, { id });
    const policy = (name: string, statements: ValueMap[string]) =>
      resource(
        name,
        SITE,
        "policy",
        { permissions: statements },
        { propertyDependencies: new Map([["permissions", [`urn:pulumi:${name}::shop::${THING}::vault`]]]) },
      );
    const keys = (at: string) => `use keys in lkc-${at}`;
    const { divergences } = compareStacks(
      preview([vault("staging"), policy("staging", [keys("8p3kq2"), UNKNOWN])]),
      stack("production", [
        vault("production", "vault-0a1b2c3d4e5f"),
        policy("production", ["read vault-0a1b2c3d4e5f in lkc-1v7wd5", keys("1v7wd5")]),
      ]),
    );
    assert.deepEqual(say(divergences), []);
  });

  it("knows a rule written as a resource of another type by the group that it will belong to", () => {
    const of = (name: string, type: string, property: string) =>
      resource(
        name,
        type,
        "http",
        {
          ...(type === OLD_RULE ? { type: "ingress", protocol: "tcp", cidrBlocks: ["0.0.0.0/0"] } : {}),
          ...(type === RULE ? { ipProtocol: "tcp", cidrIpv4: "0.0.0.0/0" } : {}),
          fromPort: 80,
          toPort: 80,
          securityGroupId: name === "staging" ? UNKNOWN : "sg-0fa329aa42ef391f6",
        },
        { propertyDependencies: new Map([[property, [`urn:pulumi:${name}::shop::${GROUP}::web`]]]) },
      );
    const group = (name: string, id?: string) => resource(name, GROUP, "web", {}, { id });
    const { divergences } = compareStacks(
      preview([group("staging"), of("staging", RULE, "securityGroupId")]),
      stack("production", [group("production", "sg-0fa329aa42ef391f6"), of("production", OLD_RULE, "securityGroupId")]),
    );
    assert.deepEqual(say(divergences), []);
  });
});

describe("what somebody else has made up", () => {
  const said = (own: ValueMap, other: ValueMap, of = "acme:index/component:Component") =>
    say(
      compareStacks(
        stack("pr-1481", [resource("pr-1481", of, "insights", own)]),
        stack("pr-1502", [resource("pr-1502", of, "insights", other)]),
      ).divergences,
    );

  it("is no difference in a name that begins with the resource's own", () => {
    assert.deepEqual(said({ resourceName: "insights-21b2bac" }, { resourceName: "insights-d21e028" }), []);
    assert.deepEqual(said({ resourceName: "insights-21b2bac" }, { resourceName: "metrics-d21e028" }), [
      "changed resourceName",
    ]);
  });

  it("is no difference in the numbers of two review deployments, and one in other numbers", () => {
    assert.deepEqual(
      said({ target: "pull/1481", login: "admins-pr1481" }, { target: "pull/1502", login: "admins-pr1502" }),
      [],
    );
    assert.deepEqual(said({ target: "pull/1480" }, { target: "pull/1502" }), ["changed target"]);
  });

  it("tells elements by no ids that have nothing in common", () => {
    const widgets = (first: number, limit: number) => [
      { id: first, kind: "slo", limit },
      { id: first + 1, kind: "graph", limit: 3 },
    ];
    assert.deepEqual(
      said(
        { configJson: { widgets: widgets(71553901, 5) } },
        { configJson: { widgets: widgets(68120448, 7) } },
        "grafana:oss/dashboard:Dashboard",
      ),
      ["changed configJson.widgets[0].limit"],
    );
  });

  it("is wiring where a number is the id of a resource that it comes from", () => {
    const monitored = (name: string, id: number, source = "monitor") =>
      stack(name, [
        resource(name, THING, "monitor", {}, { id: String(id) }),
        resource(
          name,
          SITE,
          "slo",
          { monitorIds: [id] },
          { propertyDependencies: new Map([["monitorIds", [`urn:pulumi:${name}::shop::${THING}::${source}`]]]) },
        ),
      ]);
    const compared = (source?: string) =>
      say(compareStacks(monitored("staging", 71553901), monitored("production", 68120448, source)).divergences);
    assert.deepEqual(compared(), []);
    assert.deepEqual(compared("other"), ["changed monitorIds[0]"]);
  });
});
