import assert from "node:assert/strict";
import type { ValueMap } from "../../core/model/value";
import { UNKNOWN } from "../../core/model/value";
import { compareStacks, resource, say, sayInputs, stack } from "./build";

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const QUEUE = "aws:sqs/queue:Queue";
const FUNCTION = "aws:lambda/function:Function";
const ISSUER = "kubernetes:cert-manager.io/v1:ClusterIssuer";
const INGRESS = "kubernetes:networking.k8s.io/v1:Ingress";
const CONFIGURATION = "parity:stack:Configuration";

const urn = (of: string, type: string, name: string) => `urn:pulumi:${of}::shop::${type}::${name}`;

function bucket(of: string, name: string, id: string) {
  return resource(of, BUCKET, name, {}, { id, outputs: { arn: `arn:aws:s3:::${id}`, bucket: id } });
}

function policy(of: string, name: string, target: string, on: string) {
  return resource(of, POLICY, name, { bucket: target }, { dependencies: [urn(of, BUCKET, on)] });
}

function configured(of: string, settings: ValueMap) {
  return resource(of, CONFIGURATION, "configuration", settings, { role: "evidence" });
}

describe("what a difference means", () => {
  it("is none where both refer to counterparts, and one where they do not", () => {
    const of = (name: string, suffix: string, target: "a" | "b") => [
      bucket(name, "a", `a-bucket-${suffix}1`),
      bucket(name, "b", `b-bucket-${suffix}2`),
      policy(name, "p", `${target}-bucket-${suffix}${target === "a" ? 1 : 2}`, target),
    ];
    const production = stack("production", of("production", "99eedd", "a"));
    assert.deepEqual(say(compareStacks(stack("staging", of("staging", "11aabb", "a")), production).divergences), []);
    const rewired = compareStacks(stack("staging", of("staging", "11aabb", "b")), production);
    assert.deepEqual(say(rewired.divergences), ["changed bucket"]);
  });

  it("is none where both say what two counterparts are called, however ordinary the names", () => {
    const of = (name: string, issuers: readonly string[], uses: string) =>
      stack(name, [
        ...issuers.map((id, at) =>
          resource(
            name,
            ISSUER,
            `issuer-${String(at)}`,
            { metadata: { name: id } },
            { id, outputs: { metadata: { name: id } } },
          ),
        ),
        resource(name, INGRESS, "web", { metadata: { annotations: { "cert-manager.io/cluster-issuer": uses } } }),
      ]);
    const production = of("production", ["blue", "green"], "blue");
    assert.deepEqual(say(compareStacks(of("staging", ["red", "grey"], "red"), production).divergences), []);
    assert.deepEqual(say(compareStacks(of("staging", ["red", "grey"], "grey"), production).divergences), [
      'changed metadata.annotations["cert-manager.io/cluster-issuer"]',
    ]);
  });

  it("is none between names of several words, joined in whatever way", () => {
    const said = (own: string, other: string) => {
      const of = (name: string, create: string) =>
        stack(name, [resource(name, "command:local:Command", "c", { create })]);
      const names = {
        subject: { environment: "pr-1873", aliases: [] },
        reference: { environment: "pr-1860", aliases: [] },
      };
      return say(compareStacks(of("pr-1873", own), of("pr-1860", other), { environments: names }).divergences);
    };
    assert.deepEqual(said("create db_pr_1873 as pr1873", "create db_pr_1860 as pr1860"), []);
    assert.deepEqual(said("create db_pr_1873", "create db_pr_1859"), ["changed create"]);
  });

  it("aligns what is called the same on both sides, though the name holds one side's environment", () => {
    const queue = (of: string, name: string, more: object = {}) =>
      resource(of, QUEUE, name, { visibilityTimeoutSeconds: 30 }, more);
    const component = resource("production", "acme:index:Jobs", "jobs", {}, { role: "component" });
    const { pairs } = compareStacks(
      stack("staging", [queue("staging", "jobs-staging"), queue("staging", "jobs")]),
      stack("production", [
        component,
        ...["jobs-staging", "jobs"].map((name) =>
          queue("production", name, {
            urn: `urn:pulumi:production::shop::acme:index:Jobs$${QUEUE}::${name}`,
            parent: component.urn,
          }),
        ),
      ]),
    );
    assert.deepEqual(
      pairs.map((pair) => [pair.subject.name, pair.reference.name]),
      [
        ["jobs-staging", "jobs-staging"],
        ["jobs", "jobs"],
      ],
    );
  });

  it("learns no name for one stack that is the other's, as subnets are public where a stack is", () => {
    const types = [FUNCTION, QUEUE, BUCKET, POLICY];
    const of = (name: string) =>
      stack(
        name,
        types.map((type) =>
          resource(name, type, `${name}-net-public-1`, { tags: { [`cluster/apps-${name}`]: "shared" } }),
        ),
      );
    const names = {
      subject: { environment: "internal", aliases: [] },
      reference: { environment: "public", aliases: [] },
    };
    const { divergences } = compareStacks(of("internal"), of("public"), { environments: names });
    assert.deepEqual(say(divergences), []);
  });

  it("holds no letter amid an identifier for the letter by which a stack is called", () => {
    const of = (name: string, id: string) => stack(name, [resource(name, FUNCTION, "f", { zoneId: id })]);
    const names = { subject: { environment: "t", aliases: [] }, reference: { environment: "p", aliases: [] } };
    const said = (own: string, other: string) =>
      say(compareStacks(of("t", own), of("p", other), { environments: names }).divergences);
    assert.deepEqual(said("Z0TEXR48HANDELQ1", "Z0LIVW39HANDELQ2"), []);
    assert.deepEqual(said("ordersT", "ordersP"), []);
  });

  it("is none between the numbers of the two stacks, where they count nothing", () => {
    const of = (name: string, inputs: ValueMap) => stack(name, [resource(name, FUNCTION, "f", inputs)]);
    const said = (own: ValueMap, other: ValueMap) =>
      say(compareStacks(of("cell-0112", own), of("cell-0007", other)).divergences);
    assert.deepEqual(said({ tags: { Cell: "112" } }, { tags: { Cell: "7" } }), []);
    assert.deepEqual(said({ tags: { Cell: "112" } }, { tags: { Cell: "8" } }), ["changed tags.Cell"]);
    const workers = (count: string) => ({ environment: { variables: { WORKER_COUNT: count } } });
    assert.deepEqual(said(workers("112"), workers("7")), ["changed environment.variables.WORKER_COUNT"]);
  });

  it("takes the one outside thing that each has for its own, unless parity.yaml refuses it", () => {
    const of = (name: string, id: string) => stack(name, [resource(name, FUNCTION, "f", { vpcConfig: { vpcId: id } })]);
    const [own, other] = ["vpc-0ac7040317f83b920", "vpc-0b118c4d2e93f7a05"];
    const said = (different: readonly { subject: string; reference: string }[]) =>
      say(compareStacks(of("staging", own), of("production", other), { different }).divergences);
    assert.deepEqual(said([]), []);
    assert.deepEqual(said([{ subject: own, reference: other }]), ["changed vpcConfig.vpcId"]);
  });

  it("takes an object for the same whatever version of its interface is asked for", () => {
    const budget = (name: string, group: string, apiVersion: string, kind: string) =>
      resource(name, `kubernetes:${apiVersion}:${kind}`, group, { apiVersion, kind });
    const { divergences } = compareStacks(
      stack("staging", [
        budget("staging", "api", "policy/v1", "PodDisruptionBudget"),
        budget("staging", "web", "networking.k8s.io/v1", "Ingress"),
      ]),
      stack("production", [
        budget("production", "api", "policy/v1beta1", "PodDisruptionBudget"),
        budget("production", "web", "extensions/v1beta1", "Ingress"),
      ]),
    );
    assert.deepEqual(say(divergences), ["changed apiVersion", "changed apiVersion"]);
  });

  it("takes two that are left over for two where their siblings are known by name and they have little in common", () => {
    const rule = (name: string, id: string) =>
      resource(name, "aws:cfg/rule:Rule", id, { source: { owner: "AWS", sourceIdentifier: id.toUpperCase() } });
    const of = (name: string, ids: readonly string[]) =>
      stack(
        name,
        ids.map((id) => rule(name, id)),
      );
    const { divergences } = compareStacks(
      of("staging", ["root-mfa", "s3-public"]),
      of("production", ["root-mfa", "encrypted-rds"]),
    );
    assert.deepEqual(say(divergences), ["extra s3-public", "missing encrypted-rds"]);
  });

  it("ties what hangs on a missing resource to it", () => {
    const production = stack("production", [
      bucket("production", "logs", "logs-bucket-99eedd1"),
      policy("production", "p", "logs-bucket-99eedd1", "logs"),
    ]);
    const { divergences } = compareStacks(stack("staging", []), production);
    const root = divergences.find(({ causedBy }) => causedBy === undefined);
    assert.deepEqual(say(divergences), ["missing logs", "missing p"]);
    assert.equal(root?.reference?.name, "logs");
    assert.equal(divergences.find((one) => one !== root)?.causedBy, root.id);
  });

  it("ties a reference to a missing resource by what the engine recorded, where the id is too short to be known", () => {
    const plan = (name: string, id: string) =>
      resource(name, "aws:apigateway/usagePlan:UsagePlan", "partners", {}, { id });
    const key = (name: string, usagePlanId: string) =>
      resource(
        name,
        "aws:apigateway/usagePlanKey:UsagePlanKey",
        "k",
        { usagePlanId },
        {
          propertyDependencies: new Map([
            ["usagePlanId", [urn(name, "aws:apigateway/usagePlan:UsagePlan", "partners")]],
          ]),
        },
      );
    const { divergences } = compareStacks(
      stack("staging", [key("staging", "h1tbuz")]),
      stack("production", [plan("production", "nxx8ig"), key("production", "nxx8ig")]),
    );
    assert.deepEqual(say(divergences), ["changed usagePlanId", "missing partners"]);
    const missing = divergences.find(({ kind }) => kind === "missing");
    assert.equal(divergences.find(({ kind }) => kind === "changed")?.causedBy, missing?.id);
  });

  it("names the configuration key whose two values explain it", () => {
    const of = (name: string, timeout: number, memory: number) =>
      stack(name, [
        configured(name, { "shop:timeout": String(timeout) }),
        resource(name, FUNCTION, "f", { timeout, memorySize: memory }),
      ]);
    const { divergences } = compareStacks(of("staging", 5, 128), of("production", 30, 256));
    const origins = divergences.filter(({ type }) => type === FUNCTION).map(({ key, origin }) => [key, origin]);
    assert.deepEqual(origins, [
      ["timeout", { from: "configuration", key: "shop:timeout" }],
      ["memorySize", { from: "program" }],
    ]);
  });

  it("compares what the cloud resolved where the program leaves it open", () => {
    const cluster = (name: string, version: string) =>
      stack(name, [resource(name, "aws:eks/cluster:Cluster", "c", {}, { outputs: { version } })]);
    const { divergences } = compareStacks(cluster("staging", "1.28"), cluster("production", "1.29"));
    assert.deepEqual(say(divergences), ["changed version"]);
    assert.deepEqual(divergences[0]?.origin, { from: "cloud" });
  });

  it("calls a key of the configuration as old as what it explains, where the last state holds none", () => {
    const of = (name: string, timeout: number, memorySize: number, more: ValueMap = {}) => [
      resource(name, FUNCTION, "f", { timeout, memorySize }),
      configured(name, { "shop:timeout": timeout, "shop:fn": { memory: memorySize }, ...more }),
    ];
    const production = stack("production", of("production", 30, 1024, { "shop:logLevel": "info" }));
    const subject = stack("staging", of("staging", 5, 128, { "shop:logLevel": "debug" }));
    const before = stack("staging", [resource("staging", FUNCTION, "f", { timeout: 5, memorySize: 1024 })]);
    const { divergences } = compareStacks(subject, production, { before });
    const statuses = divergences.map(({ type, key, status }) => [type === CONFIGURATION ? key : "f", status]);
    assert.deepEqual(Object.fromEntries(statuses.filter(([key]) => key !== "f")), {
      '["shop:timeout"]': "existing",
      '["shop:fn"].memory': "introduced",
      '["shop:logLevel"]': undefined,
    });
  });

  it("tells what is new, worse, as before and gone against the subject's last state", () => {
    const of = (name: string, inputs: ValueMap) => stack(name, [resource(name, FUNCTION, "f", inputs)]);
    const production = of("production", { memorySize: 1024, timeout: 30, reservedConcurrentExecutions: 10, layers: 1 });
    const before = of("staging", { memorySize: 512, timeout: 30, reservedConcurrentExecutions: 5, layers: 2 });
    const subject = of("staging", { memorySize: 128, timeout: 10, reservedConcurrentExecutions: 5, layers: 1 });
    const { divergences, fixed } = compareStacks(subject, production, { before });
    assert.deepEqual(Object.fromEntries(divergences.map(({ key, status }) => [key, status])), {
      memorySize: "worsened",
      timeout: "introduced",
      reservedConcurrentExecutions: "existing",
    });
    assert.deepEqual(
      fixed?.map(({ key }) => key),
      ["layers"],
    );
  });

  it("tells what chooses another one of what both have, though each is only called a name", () => {
    const origins = [
      { originId: "assets", domainName: "a.shop.example" },
      { originId: "pages", domainName: "b.shop.example" },
    ];
    const distribution = (targetOriginId: string) => ({
      ...{ origins, defaultCacheBehavior: { targetOriginId: "pages" } },
      orderedCacheBehaviors: [{ pathPattern: "/img/*", targetOriginId }],
    });
    assert.deepEqual(
      sayInputs(distribution("pages"), distribution("assets"), "aws:cloudfront/distribution:Distribution"),
      ["changed orderedCacheBehaviors[0].targetOriginId"],
    );
    const ingress = (services: readonly string[]) => ({
      spec: {
        rules: [{ http: { paths: services.map((name, at) => ({ path: `/${at}`, backend: { service: { name } } })) } }],
      },
    });
    const said = (own: readonly string[], other: readonly string[]) =>
      sayInputs(ingress(own), ingress(other), "kubernetes:networking.k8s.io/v1:Ingress");
    assert.deepEqual(said(["web", "api", "web"], ["api", "api", "web"]), [
      "changed spec.rules[0].http.paths[0].backend.service.name",
    ]);
    assert.deepEqual(said(["web-a1", "api-a1"], ["web-b2", "api-b2"]), []);
  });

  it("takes a variable of another name for another variable, though it says the same", () => {
    const app = (key: string) => ({ spec: { services: [{ envs: [{ key, scope: "RUN_TIME", value: "1" }] }] } });
    assert.deepEqual(sayInputs(app("RETRIES"), app("ATTEMPTS"), "digitalocean:index/app:App"), [
      "added spec.services[0].envs[0]",
      "removed spec.services[0].envs[0]",
    ]);
  });

  it("calls it shared where the subject names a host of the reference, though it has its own", () => {
    const of = (name: string, site: string) =>
      stack(name, [
        resource(name, FUNCTION, "f", {
          environment: { variables: { SITE: site, API: "https://www.shop.example/api" } },
        }),
      ]);
    const { divergences } = compareStacks(
      of("staging", "https://www.shop.test"),
      of("production", "https://www.shop.example"),
    );
    assert.ok(say(divergences).includes("shared environment.variables.API"), say(divergences).join("; "));
  });

  it("does not where its own host only ends like one of the reference's: staging-api.shop.example", () => {
    const of = (name: string, host: string) => {
      const record = { name: host, type: "CNAME" };
      return stack(name, [
        resource(name, "aws:route53/record:Record", "api", record, { id: host, outputs: record }),
        resource(name, "aws:lb/listenerRule:ListenerRule", "api", { conditions: [{ hostHeader: { values: [host] } }] }),
      ]);
    };
    const { divergences } = compareStacks(
      of("staging", "staging-api.shop.example"),
      of("production", "api.shop.example"),
    );
    assert.deepEqual(say(divergences), []);
  });

  it("calls it shared where the subject uses what is the reference's own", () => {
    const own = (name: string, id: string) =>
      resource(name, QUEUE, "orders", {}, { id, outputs: { arn: `arn:aws:sqs:eu-west-1:111122223333:${id}` } });
    const user = (name: string, queue: string) =>
      resource(name, FUNCTION, "f", { environment: { variables: { QUEUE: queue } } });
    const productionArn = "arn:aws:sqs:eu-west-1:111122223333:orders-99eedd1";
    const subject = stack("staging", [own("staging", "orders-11aabb2"), user("staging", productionArn)]);
    const reference = stack("production", [own("production", "orders-99eedd1"), user("production", productionArn)]);
    const { divergences } = compareStacks(subject, reference);
    assert.ok(say(divergences).includes("shared environment.variables.QUEUE"), say(divergences).join("; "));
    assert.equal(divergences.find(({ kind }) => kind === "shared")?.facts.policy, "security-parity");
    const allowed = compareStacks(subject, reference, { shareable: ["*orders-99eedd1"] });
    assert.ok(!allowed.divergences.some(({ kind }) => kind === "shared"));
  });
});

describe("previews", () => {
  const wired = (name: string, value: ValueMap[string], sources: readonly string[]) =>
    resource(
      name,
      POLICY,
      "p",
      { bucket: value },
      { propertyDependencies: new Map([["bucket", sources.map((source) => urn(name, BUCKET, source))]]) },
    );
  const production = stack("production", [
    bucket("production", "a", "a-bucket-99eedd1"),
    bucket("production", "b", "b-bucket-99eedd2"),
    wired("production", "a-bucket-99eedd1", ["a"]),
  ]);
  const preview = (sources: readonly string[]) =>
    stack(
      "pr-1",
      [resource("pr-1", BUCKET, "a", {}), resource("pr-1", BUCKET, "b", {}), wired("pr-1", UNKNOWN, sources)],
      { phase: "preview" },
    );

  it("say nothing of the same wiring, however unknown", () => {
    assert.deepEqual(compareStacks(preview(["a"]), production).divergences, []);
  });

  it("find another wiring", () => {
    const { divergences } = compareStacks(preview(["b"]), production);
    assert.deepEqual(say(divergences), ["changed bucket"]);
    assert.equal(divergences[0]?.undetermined, undefined);
  });

  it("find another wiring of a part of what a property is made of", () => {
    const spec = (name: string, sources: readonly string[], value: ValueMap[string]) =>
      resource(
        name,
        FUNCTION,
        "f",
        { spec: { store: value, queue: UNKNOWN } },
        {
          propertyDependencies: new Map([["spec", ["a", ...sources].map((source) => urn(name, BUCKET, source))]]),
        },
      );
    const stores = (name: string, suffix: string) =>
      ["a", "b", "c"].map((of) => bucket(name, of, `${of}-bucket-${suffix}${of}`));
    const reference = stack("production", [
      ...stores("production", "99eedd"),
      spec("production", ["b"], "arn:aws:s3:::b-bucket-99eeddb"),
    ]);
    const { divergences } = compareStacks(
      stack("pr-1", [...["a", "b", "c"].map((of) => resource("pr-1", BUCKET, of, {})), spec("pr-1", ["c"], UNKNOWN)], {
        phase: "preview",
      }),
      reference,
    );
    const store = divergences.find(({ key }) => key === "spec.store");
    assert.equal(store?.kind, "changed");
    assert.equal(store.undetermined, undefined);
  });

  it("leave open what nobody recorded", () => {
    const { divergences } = compareStacks(preview([]), production);
    assert.equal(divergences.length, 1);
    assert.ok(divergences[0]?.undetermined !== undefined);
  });

  it("say nothing of what is not targeted but that it is not", () => {
    const untargeted = resource("pr-1", FUNCTION, "f", {}, { untargeted: true });
    const { divergences, remarks } = compareStacks(
      stack("pr-1", [untargeted], { phase: "preview" }),
      stack("production", [resource("production", FUNCTION, "f", { timeout: 3 })]),
    );
    assert.deepEqual(divergences, []);
    assert.equal(remarks.length, 1);
  });
});
