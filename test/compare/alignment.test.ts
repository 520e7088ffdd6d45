import assert from "node:assert/strict";
import type { Resource } from "../../core/model/resource";
import type { ValueMap } from "../../core/model/value";
import { compareStacks, resource, stack } from "./build";

const TABLE = "aws:ec2/routeTable:RouteTable";
const SUBNET = "aws:ec2/subnet:Subnet";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const SECRET = "aws:secretsmanager/secret:Secret";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const CERTIFICATE = "aws:acm/certificate:Certificate";

const urn = (of: string, type: string, name: string) => `urn:pulumi:${of}::shop::${type}::${name}`;

/** Name of each of the subject's resources of a type → its counterpart's. */
function aligned(type: string, subject: readonly Resource[], reference: readonly Resource[]): object {
  const { pairs } = compareStacks(stack("staging", subject), stack("production", reference));
  return Object.fromEntries(
    pairs.filter((pair) => pair.subject.type === type).map((pair) => [pair.subject.name, pair.reference.name]),
  );
}

describe("resources that hold the same", () => {
  it("are told from each other by who refers to them", () => {
    const network = (of: string, salt: string, names: readonly string[]) =>
      names.flatMap((name, at) => {
        const id = (kind: string) => `${kind}-0${salt}${at}aa11bb22cc33d`;
        return [
          resource(of, TABLE, `${name}-table`, { vpcId: "vpc-0123456789abcdef0" }, { id: id("rtb") }),
          resource(of, SUBNET, `${name}-subnet`, { cidrBlock: `10.0.${at}.0/24` }, { id: id("subnet") }),
          resource(
            of,
            ASSOCIATION,
            `${name}-link`,
            { routeTableId: id("rtb"), subnetId: id("subnet") },
            { dependencies: [urn(of, TABLE, `${name}-table`), urn(of, SUBNET, `${name}-subnet`)] },
          ),
        ];
      });
    const production = network("production", "9", ["quartz", "raven", "maple"]);
    assert.deepEqual(aligned(TABLE, network("staging", "1", ["one", "two", "three"]), production.toReversed()), {
      "one-table": "quartz-table",
      "two-table": "raven-table",
      "three-table": "maple-table",
    });
  });

  it("are told by the place at which a document mentions them", () => {
    const made = (of: string, salt: string, names: readonly string[]) => {
      const secrets = names.map((name, at) =>
        resource(of, SECRET, name, {}, { id: `arn:aws:secretsmanager:eu-west-1:1:secret:${salt}-${at}-x1y2z3` }),
      );
      const keys = ["API_KEY", "DB_URL", "SALT"];
      const entries = secrets.map(({ id }, at) => ({ name: keys[at] ?? "", valueFrom: id ?? "" }));
      const inputs: ValueMap = { containerDefinitions: JSON.stringify([{ name: "web", secrets: entries }]) };
      const dependencies = secrets.map(({ urn: of }) => of);
      return [...secrets, resource(of, TASK, "web", inputs, { dependencies })];
    };
    const production = made("production", "9f8e7d6", ["quartz", "raven", "maple"]);
    assert.deepEqual(aligned(SECRET, made("staging", "1a2b3c4", ["one", "two", "three"]), production.toReversed()), {
      one: "quartz",
      two: "raven",
      three: "maple",
    });
  });
});

describe("resources that are called quite otherwise", () => {
  it("are no counterparts where others of their type are known by their names, though they hold some of the same", () => {
    const alarm = (of: string, name: string, inputs: ValueMap) =>
      resource(of, ALARM, `shop-${of}-${name}-alarm`, {
        ...{ alarmActions: ["arn:aws:sns:eu-west-1:111122223333:alarms"], treatMissingData: "notBreaching" },
        ...{ comparisonOperator: "GreaterThanThreshold", actionsEnabled: true, threshold: 1, ...inputs },
        tags: { Component: "observability", Scope: "private" },
      });
    const all = (of: string, more: readonly Resource[]) => [
      ...["nat", "web", "queue"].map((name) => alarm(of, name, { metricName: name, namespace: "AWS/EC2", period: 60 })),
      ...more,
    ];
    const staging = all("staging", [
      alarm("staging", "postgres-status", {
        metricName: "StatusCheckFailed",
        namespace: "AWS/EC2",
        period: 300,
        statistic: "Maximum",
        evaluationPeriods: 2,
      }),
      alarm("staging", "postgres-disk", {
        metricName: "DiskFull",
        namespace: "CWAgent",
        period: 600,
        statistic: "Average",
        evaluationPeriods: 3,
      }),
    ]);
    const production = all("production", [
      alarm("production", "worker-letters", {
        evaluationPeriods: 1,
        metricQueries: [{ id: "dlq", label: "Dead letters", returnData: true }],
      }),
      alarm("production", "checkout-latency", {
        evaluationPeriods: 5,
        metricQueries: [{ id: "late", label: "Latency", returnData: true }],
      }),
    ]);
    const known = ["nat", "queue", "web"].map((name) => `shop-staging-${name}-alarm`);
    assert.deepEqual(Object.keys(aligned(ALARM, staging, production)).sort(), known);
  });
});

describe("resources that were renamed", () => {
  it("are known though each lies in a network from outside", () => {
    const group = (of: string, name: string, vpcId: string, description: string) =>
      resource(of, GROUP, name, { vpcId, description, revokeRulesOnDelete: true });
    const [own, other] = ["vpc-043be661de8760bec", "vpc-296ce796cd0695cce"];
    assert.deepEqual(
      aligned(
        GROUP,
        [group("staging", "front", own, "web"), group("staging", "back", own, "database")],
        [group("production", "quartz", other, "database"), group("production", "raven", other, "web")],
      ),
      { front: "raven", back: "quartz" },
    );
  });

  it("are known by what they are called in the cloud", () => {
    const certificate = (of: string, name: string, domainName: string) =>
      resource(of, CERTIFICATE, name, { domainName, validationMethod: "DNS" });
    const [api, live] = ["api.edge.shop.example", "live.edge.shop.example"];
    assert.deepEqual(
      aligned(
        CERTIFICATE,
        [certificate("staging", "one", api), certificate("staging", "two", live)],
        [certificate("production", "quartz", live), certificate("production", "raven", api)],
      ),
      { one: "raven", two: "quartz" },
    );
  });
});
