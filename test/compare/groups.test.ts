import assert from "node:assert/strict";
import { compareStacks, resource, say, stack } from "./build";

const MONITOR = "datadog:index/monitor:Monitor";
const QUEUE = "aws:sqs/queue:Queue";

describe("what parity.yaml says of several resources", () => {
  it("takes an absent subsystem, with what only follows from it, as one difference", () => {
    const monitor = (name: string) => resource("production", MONITOR, name, { query: name });
    const follower = resource("production", QUEUE, "alerts", {}, { dependencies: [monitor("latency").urn] });
    const { divergences } = compareStacks(
      stack("staging", []),
      stack("production", [monitor("latency"), monitor("errors"), follower]),
      {
        absent: [{ name: "on-call", missingIn: "subject", on: ["datadog:**"], reason: "nobody is called at night" }],
      },
    );
    assert.equal(divergences.length, 1);
    assert.deepEqual(divergences[0]?.group, { as: "absent", name: "on-call", reason: "nobody is called at night" });
  });

  it("judges the listed properties of a substitute, and nothing else of it", () => {
    const { divergences } = compareStacks(
      stack("staging", [
        resource("staging", "aws:rds/instance:Instance", "db", { engineVersion: "14.1", instanceClass: "db.t3.small" }),
      ]),
      stack("production", [resource("production", "aws:rds/cluster:Cluster", "db", { engineVersion: "15.4" })]),
      {
        substitutes: [
          {
            name: "database",
            subject: ["aws:rds/instance:*"],
            reference: ["aws:rds/cluster*"],
            compare: { engineVersion: "engineVersion" },
            reason: undefined,
          },
        ],
      },
    );
    assert.deepEqual(say(divergences), ["changed db", "changed engineVersion"]);
    assert.equal(divergences.find(({ path }) => path === undefined)?.group?.as, "substitute");
  });

  it("aligns by hand what nothing else would", () => {
    const { divergences, pairs } = compareStacks(
      stack("staging", [
        resource("staging", QUEUE, "inbox", { delaySeconds: 1 }),
        resource("staging", QUEUE, "other", { delaySeconds: 9 }),
      ]),
      stack("production", [
        resource("production", QUEUE, "mail", { delaySeconds: 1 }),
        resource("production", QUEUE, "else", { delaySeconds: 9 }),
      ]),
      { match: [{ subject: `${QUEUE}::inbox`, reference: `${QUEUE}::else` }] },
    );
    assert.equal(pairs.find(({ via }) => via === "match")?.reference.name, "else");
    assert.ok(say(divergences).includes("changed delaySeconds"));
  });

  it("equates what is declared, and nothing that is no identity", () => {
    const of = (name: string, host: string, level: string) =>
      stack(name, [
        resource(name, "aws:lambda/function:Function", "f", {
          environment: { variables: { API: `https://api.${host}/v1`, LOG_LEVEL: level } },
        }),
      ]);
    const { divergences, equivalences } = compareStacks(
      of("staging", "shop.test", "debug"),
      of("production", "shop.example", "info"),
      {
        same: [
          { subject: "shop.test", reference: "shop.example" },
          { subject: "debug", reference: "info" },
        ],
      },
    );
    assert.deepEqual(say(divergences), ["changed environment.variables.LOG_LEVEL"]);
    assert.deepEqual(
      equivalences.map(({ source }) => source),
      ["stack", "declared"],
    );
  });
});

describe("learned equivalents", () => {
  const types = ["aws:lambda/function:Function", "aws:ecs/taskDefinition:TaskDefinition"] as const;
  const of = (name: string, host: string, count: number, kinds: number) =>
    stack(
      name,
      Array.from({ length: count }, (_, at) =>
        resource(name, types[at % kinds] ?? types[0], `r${at}`, {
          environment: { variables: { API: `https://a${at}.${host}/v1` } },
        }),
      ),
    );

  it("are learned from three places of two types, and reported", () => {
    const { divergences, equivalences } = compareStacks(
      of("staging", "shop.test", 4, 2),
      of("production", "store.example", 4, 2),
    );
    assert.deepEqual(say(divergences), []);
    assert.deepEqual(
      equivalences
        .filter(({ source }) => source === "learned")
        .map(({ subject, reference, occurrences }) => [subject, reference, occurrences]),
      [["shop.test", "store.example", 4]],
    );
  });

  it("are not learned from fewer places or types", () => {
    assert.equal(
      compareStacks(of("staging", "shop.test", 2, 2), of("production", "store.example", 2, 2)).divergences.length,
      2,
    );
    assert.equal(
      compareStacks(of("staging", "shop.test", 4, 1), of("production", "store.example", 4, 1)).divergences.length,
      4,
    );
  });

  it("can be refused", () => {
    const different = [{ subject: "shop.test", reference: "store.example" }];
    const { divergences } = compareStacks(of("staging", "shop.test", 4, 2), of("production", "store.example", 4, 2), {
      different,
    });
    assert.equal(divergences.length, 4);
  });

  it("are never learned of plain words", () => {
    const levels = (name: string, level: string) =>
      stack(
        name,
        Array.from({ length: 6 }, (_, at) =>
          resource(name, types[at % 2] ?? types[0], `r${at}`, { environment: { variables: { LOG_LEVEL: level } } }),
        ),
      );
    assert.equal(compareStacks(levels("staging", "debug"), levels("production", "info")).divergences.length, 6);
  });
});

describe("replicas", () => {
  const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
  const of = (name: string, count: number) =>
    stack(
      name,
      Array.from({ length: count }, (_, at) =>
        resource(name, INSTANCE, `db-${at}`, { instanceClass: "db.r6g.large", identifier: `db-${at}-${name}` }),
      ),
    );

  it("differ in number, and none is missing", () => {
    const { divergences } = compareStacks(of("staging", 1), of("production", 3));
    assert.equal(divergences.length, 1, say(divergences).join("; "));
    const [only] = divergences;
    assert.deepEqual([only?.kind, only?.path, only?.values], ["changed", undefined, { subject: 1, reference: 3 }]);
  });
});
