import assert from "node:assert/strict";
import type { Resource } from "../../core/model/resource";
import type { ValueMap } from "../../core/model/value";
import { compareStacks, resource, say, sayInputs, stack } from "./build";

const ROLE = "postgresql:index/role:Role";
const DATABASE = "postgresql:index/database:Database";
const FUNCTION = "aws:lambda/function:Function";
const QUEUE = "aws:sqs/queue:Queue";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:autoscaling/group:Group";

type Stack = "staging" | "production";

const urn = (of: string, type: string, name: string) => `urn:pulumi:${of}::shop::${type}::${name}`;

/** What is said of two stacks that one program makes. */
function sayOf(made: (of: Stack) => readonly Resource[]): readonly string[] {
  return say(compareStacks(stack("staging", made("staging")), stack("production", made("production"))).divergences);
}

function variables(of: Stack, values: ValueMap, on: readonly string[] = []): Resource {
  const dependencies = on.map((name) => urn(of, QUEUE, name));
  return resource(of, FUNCTION, "f", { environment: { variables: values } }, { dependencies });
}

describe("a name that refers", () => {
  const roles = (of: Stack) =>
    ["alder", "birch"].map((name) => resource(of, ROLE, name, { name: `${name}_owner` }, { id: `${name}_owner` }));
  const database = (of: Stack, owner: string, from: string) =>
    resource(of, DATABASE, "alder", { owner }, { propertyDependencies: new Map([["owner", [urn(of, ROLE, from)]]]) });

  it("differs where the engine recorded that it comes from another resource, however short it is", () => {
    const uses = (own: string, from: string) =>
      sayOf((of) => [...roles(of), of === "staging" ? database(of, own, from) : database(of, "alder_owner", "alder")]);
    assert.deepEqual(uses("alder_owner", "alder"), []);
    assert.deepEqual(uses("birch_owner", "birch"), ["changed owner"]);
    assert.deepEqual(uses("birch_owner", "alder"), ["changed owner"]);
    assert.deepEqual(uses("someone", "alder"), ["changed owner"]);
  });

  const queue = (of: Stack, name: string) => {
    const url = `https://sqs.eu-west-1.amazonaws.com/111122223333/${name}-${of === "staging" ? "11aabb2" : "99eedd1"}`;
    return resource(of, QUEUE, name, {}, { id: url, outputs: { url } });
  };
  const urlOf = (of: Stack, name: string) => queue(of, name).id ?? "";

  it("differs where only the other side's is what a resource says of itself", () => {
    const uses = (own: string) =>
      sayOf((of) => [
        queue(of, "orders"),
        variables(of, { QUEUE_URL: of === "staging" ? own : urlOf(of, "orders") }, ["orders"]),
      ]);
    assert.deepEqual(uses(urlOf("staging", "orders")), []);
    assert.deepEqual(uses("https://queue.internal.example/orders"), ["changed environment.variables.QUEUE_URL"]);
  });

  it("is no reference of what only begins like a resource's name: an image of that name", () => {
    const image = (of: Stack, tag: string) => {
      const given = { image: `grafana/grafana:${tag}` };
      return resource(of, "docker:index/container:Container", "grafana", given, { outputs: given });
    };
    assert.deepEqual(
      sayOf((of) => [image(of, of === "staging" ? "11.2.0" : "10.4.1")]),
      ["changed image"],
    );
  });

  it("is the host that a resource itself is known by, whatever its environment is called", () => {
    const app = (of: Stack, allowed: readonly string[]) => {
      const host = of === "staging" ? "staging.shop.example" : "app.shop.example";
      const destinations = [{ uri: `${host}/*` }];
      return resource(of, "cloudflare:index/zeroTrustAccessApplication:ZeroTrustAccessApplication", "shop", {
        ...{ domain: `${host}/*`, destinations },
        corsHeaders: { allowedOrigins: allowed.map((origin) => `https://${origin.replace("own", host)}/*`) },
      });
    };
    const allowing = (own: readonly string[], other: readonly string[]) =>
      sayOf((of) => [app(of, of === "staging" ? own : other)]);
    assert.deepEqual(allowing(["own", "localhost:3000"], ["own", "localhost:3000"]), []);
    assert.deepEqual(allowing(["own", "partner.test"], ["own", "partner.example"]), [
      "changed corsHeaders.allowedOrigins[1]",
    ]);
  });

  it("is an address that the cloud gave, also within what the program gave", () => {
    const machine = (of: Stack) => {
      const address = of === "staging" ? "34.71.140.49" : "34.42.137.103";
      const outputs = { networkInterfaces: [{ network: "default", accessConfigs: [{ natIp: address }] }] };
      const inputs = { networkInterfaces: [{ network: "default", accessConfigs: [{}] }] };
      return [
        resource(of, "gcp:compute/instance:Instance", "web", inputs, { outputs }),
        resource(of, "gcp:dns/recordSet:RecordSet", "web", { rrdatas: [address], type: "A" }),
      ];
    };
    assert.deepEqual(sayOf(machine), []);
  });

  it("is a name where the resource was only called the same, and not used", () => {
    assert.deepEqual(
      sayOf((of) => [
        queue(of, "orders"),
        variables(of, { QUEUE_URL: of === "staging" ? "https://queue.internal.example/orders" : urlOf(of, "orders") }),
      ]),
      [],
    );
  });

  it("differs where a launch template's version is not the one that its template has", () => {
    const made = (own: string) =>
      sayOf((of) => {
        const latestVersion = of === "staging" ? 4 : 12;
        const launchTemplate = { id: "lt-0123456789abcdef0", version: of === "staging" ? own : "12" };
        return [
          resource(
            of,
            TEMPLATE,
            "web",
            {},
            { id: "lt-0123456789abcdef0", outputs: { latestVersion, defaultVersion: 1 } },
          ),
          resource(
            of,
            GROUP,
            "web",
            { launchTemplate },
            { propertyDependencies: new Map([["launchTemplate", [urn(of, TEMPLATE, "web")]]]) },
          ),
        ];
      });
    assert.deepEqual(made("4"), []);
    assert.deepEqual(made("3"), ["changed launchTemplate.version"]);
  });
});

describe("what is written like a name", () => {
  const inVariables = (own: string, other: string) =>
    sayInputs(
      { environment: { variables: { API_URL: own } } },
      { environment: { variables: { API_URL: other } } },
      FUNCTION,
    );

  it("differs where it is an address on one side and a mere word on the other", () => {
    const said = ["changed environment.variables.API_URL"];
    assert.deepEqual(inVariables("disabled-here", "https://api.shop.example"), said);
    assert.deepEqual(inVariables("arn:aws:sns:eu-west-1:111122223333:orders", "later"), said);
    assert.deepEqual(inVariables("https://api.shop.test", "https://api.shop.example"), []);
    assert.deepEqual(inVariables("api.shop.test", "https://api.shop.example"), []);
    assert.deepEqual(inVariables("orders", "arn:aws:sns:eu-west-1:111122223333:orders"), []);
  });

  it("is no host of the reference's where it is a size", () => {
    const cache = (of: Stack, name: string, nodeType: string) => resource(of, CACHE, name, { nodeType });
    assert.deepEqual(
      sayOf((of) => [
        cache(of, "a", of === "staging" ? "cache.r6g.xlarge" : "cache.r6g.large"),
        cache(of, "b", "cache.r6g.large"),
      ]),
      ["changed nodeType"],
    );
  });
});

describe("a host of the reference's", () => {
  const tunnel = "acme:index/tunnel:Tunnel";
  const ingress = (...hosts: readonly string[]) => hosts.map((host) => `https://${host}.shop.example`);

  it("is told by no place in lists of different lengths, and is none that the subject has itself", () => {
    const urls = (of: Stack, ...hosts: readonly string[]) => [
      resource(of, tunnel, "in", { ingress: ingress(...hosts) }),
      resource(of, tunnel, "out", { target: ingress("app")[0] ?? "" }),
    ];
    assert.deepEqual(
      sayOf((of) => (of === "staging" ? urls(of, "api", "www") : urls(of, "app", "api", "www"))),
      ["removed ingress[0]"],
    );
    const owned = (of: Stack) => [
      resource(of, "aws:route53/record:Record", "app", {}, { outputs: { fqdn: "app.edge.shop.example" } }),
      resource(of, tunnel, "in", { hostname: of === "staging" ? "www.edge.shop.example" : "app.edge.shop.example" }),
      resource(of, tunnel, "out", { target: "app.edge.shop.example" }),
    ];
    assert.ok(!sayOf(owned).includes("shared target"));
  });
});

describe("things outside both stacks", () => {
  const role = (of: Stack, principal: string, more: ValueMap = {}) =>
    resource(of, "aws:iam/role:Role", "deploy", {
      assumeRolePolicy: { Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }] },
      ...more,
    });

  it("are counterparts in two accounts, though all else that identifies them is the same", () => {
    const [own, other] = ["968153779208", "724314713850"].map((id) => `arn:aws:iam::${id}:role/pipeline-3b97f1a`);
    assert.deepEqual(
      sayOf((of) => [role(of, (of === "staging" ? own : other) ?? "")]),
      [],
    );
  });

  it("are the same in each one's own account, though only one side calls its environment so", () => {
    const topic = (of: Stack) => {
      const account = of === "staging" ? "111122223333" : "444455556666";
      const arn = `arn:aws:sns:eu-west-1:${account}`;
      return [
        resource(of, QUEUE, "q", {}, { outputs: { arn: `arn:aws:sqs:eu-west-1:${account}:q-${of.length}` } }),
        resource(of, "aws:cloudwatch/metricAlarm:MetricAlarm", "a", { alarmActions: [`${arn}:oncall-staging`] }),
      ];
    };
    assert.deepEqual(sayOf(topic), []);
  });

  it("are counterparts in two regions that no resource is in", () => {
    const endpoint = (region: string) => ({ serviceName: `com.amazonaws.${region}.s3` });
    const type = "aws:ec2/vpcEndpoint:VpcEndpoint";
    assert.deepEqual(sayInputs(endpoint("us-west-2"), endpoint("eu-central-1"), type), []);
    assert.deepEqual(sayInputs(endpoint("us-west-2"), { serviceName: "com.amazonaws.us-west-2.ecr" }, type), [
      "changed serviceName",
    ]);
  });
});

describe("elements with names", () => {
  const rule = (id: string, days: number) => ({ id, status: "Enabled", expiration: { days }, prefix: "logs/" });

  it("are one difference where the only one left over differs in one thing more than what it is called", () => {
    const type = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    assert.deepEqual(sayInputs({ rules: [rule("expire", 7)] }, { rules: [rule("remove", 30)] }, type), [
      "changed rules[0].expiration.days",
    ]);
    assert.deepEqual(
      sayInputs(
        {
          environment: [
            { name: "A", value: "1" },
            { name: "C", value: "3" },
          ],
        },
        {
          environment: [
            { name: "B", value: "1" },
            { name: "C", value: "3" },
          ],
        },
      ),
      ["added environment[0]", "removed environment[0]"],
    );
  });

  it("are the same where their keys differ in the suffix of a name alone, though it has no letter", () => {
    const cluster = (id: string) => ({
      clusters: [
        { name: `lab-${id}`, server: "a", level: 1 },
        { name: "x", server: "b" },
      ],
    });
    assert.deepEqual(sayInputs(cluster("8502794"), cluster("1a2b3c4")), []);
  });

  it("are told in a list whose order matters by what they mean, though both write it otherwise", () => {
    const open = (port: string, from: string) => ({ portRange: port, sourceAddresses: [from] });
    assert.deepEqual(
      sayInputs(
        { inboundRules: [open("80", "10.114.0.0/20")] },
        { inboundRules: [open("22", "198.51.100.7/32"), open("80", "10.118.0.0/20")] },
        "digitalocean:index/firewall:Firewall",
      ),
      ["removed inboundRules[0]"],
    );
  });

  it("are left over at the place where they do not belong, though another is equal to them", () => {
    const type = "aws:lb/loadBalancer:LoadBalancer";
    assert.deepEqual(sayInputs({ subnets: ["b", "b", "c"] }, { subnets: ["a", "b", "c"] }, type), [
      "changed subnets[0]",
    ]);
    assert.deepEqual(sayInputs({ subnets: ["c", "b", "b"] }, { subnets: ["a", "b", "c"] }, type), [
      "changed subnets[2]",
    ]);
  });

  it("are one that was changed where most of a text is the same, and one that was added", () => {
    const topic = (name: string) => `arn:aws:sns:eu-west-1:968153779208:alerts-topic-${name}`;
    assert.deepEqual(
      sayInputs({ alarmActions: [topic("launch-more"), topic("launch")] }, { alarmActions: [topic("night")] }),
      ["added alarmActions[0]", "changed alarmActions[1]"],
    );
  });

  it("keep the path of a single statement that a policy does not write as a list", () => {
    const policy = (action: string) => ({
      policy: JSON.stringify({ Statement: { Effect: "Allow", Action: action, Resource: "*" } }),
    });
    const listed = { policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: ["s3:Get"], Resource: "*" }] }) };
    const type = "aws:iam/policy:Policy";
    assert.deepEqual(sayInputs(policy("s3:Get"), policy("s3:Put"), type), ["changed policy.Statement.Action"]);
    assert.deepEqual(sayInputs(policy("s3:Get"), listed, type), []);
  });

  it("come from the key of a secret that they name", () => {
    const env = (key: string) => ({
      spec: {
        template: {
          spec: { containers: [{ name: "web", env: [{ name: "P", valueFrom: { secretKeyRef: { key } } }] }] },
        },
      },
    });
    assert.deepEqual(sayInputs(env("dbPassword"), env("adminPassword"), "kubernetes:apps/v1:Deployment"), [
      "changed spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key",
    ]);
  });
});

describe("a script with a secret", () => {
  it("is compared but for the line that holds it", () => {
    const script = (line: string, password: string) => ({
      userData: `#!/bin/sh\n${line}\nurl=postgres://${password}@db\n`,
    });
    assert.deepEqual(sayInputs(script("run", "hunter2hunter2"), script("run", "[secret]")), []);
    assert.deepEqual(sayInputs(script("run --fast", "hunter2hunter2"), script("run", "[secret]")), [
      "changed userData",
    ]);
  });
});
