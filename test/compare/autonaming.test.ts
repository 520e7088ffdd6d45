import assert from "node:assert/strict";
import type { Resource } from "../../core/model/resource";
import { compareStacks, resource, say, stack } from "./build";

const BUCKET = "aws:s3/bucket:Bucket";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const ROLE = "aws:iam/role:Role";

type Of = "staging" | "production";
type Naming = (of: Of, name: string) => string;

/** Random parts as each pattern draws them, another one for each resource of each stack. */
const DRAWN: Readonly<
  Record<string, readonly [hex: string, number: string, letters: string, mixed: string, uuid: string]>
> = {
  "staging orders": ["4f9a", "48210", "kxqwp", "q7z2m1", "0d9e6c2a-4b1f-4f62-9a37-5c8e21b7d401"],
  "staging mails": ["b07c", "90317", "vbtra", "8h3kd0", "c2f0a9b4-7d15-43e8-8b6a-9e01d7f3c522"],
  "production orders": ["e3d1", "11874", "mzloe", "x0c5t9", "7a61f3d8-2c90-4e57-b3f4-08d5a6e9c713"],
  "production mails": ["06ba", "65502", "qhynd", "5w1rj8", "e84b7c05-91da-4a3e-a7c2-f16b0d4e3a94"],
};
const drawn = (of: Of, name: string) => DRAWN[`${of} ${name}`] ?? ["", "", "", "", ""];

/** As \`pulumi:autonaming\` lets a team write them. */
const PATTERNS: Readonly<Record<string, Naming>> = {
  "${name}-${hex(7)}": (of, name) => `${name}-${drawn(of, name)[0]}${of === "staging" ? "1a2" : "9e8"}`,
  "${name}-${hex(4)}": (of, name) => `${name}-${drawn(of, name)[0]}`,
  "${stack}-${name}-${hex(4)}": (of, name) => `${of}-${name}-${drawn(of, name)[0]}`,
  "${project}-${stack}-${name}": (of, name) => `shop-${of}-${name}`,
  "${organization}-${project}-${name}-${stack}-${num(5)}": (of, name) =>
    `acme-shop-${name}-${of}-${drawn(of, name)[1]}`,
  "${name}_${string(5)}": (of, name) => `${name}_${drawn(of, name)[2]}`,
  "${name}.${alphanum(6)}": (of, name) => `${name}.${drawn(of, name)[3]}`,
  "${uuid}": (of, name) => drawn(of, name)[4],
  "${name} (disabled)": (_, name) => name,
};

/** Two buckets and a role, each named by the pattern, and what uses them by name, by ARN and inside a document. */
function program(of: Of, naming: Naming, uses: "orders" | "mails"): readonly Resource[] {
  const bucket = (name: string): Resource => {
    const id = naming(of, name);
    return resource(of, BUCKET, name, { bucket: id }, { id, outputs: { bucket: id, arn: `arn:aws:s3:::${id}` } });
  };
  const buckets = [bucket("orders"), bucket("mails")];
  const used = buckets.find(({ name }) => name === uses);
  const urns = used === undefined ? [] : [used.urn];
  const dependencies = urns;
  const propertyDependencies = new Map([
    ["bucket", urns],
    ["policy", urns],
    ["inlinePolicies", urns],
  ]);
  const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: `arn:aws:s3:::${used?.id ?? ""}/*` };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return [
    ...buckets,
    resource(of, POLICY, "reads", { bucket: used?.id ?? "", policy }, { dependencies, propertyDependencies }),
    resource(
      of,
      ROLE,
      "reader",
      { inlinePolicies: [{ name: "read", policy }] },
      { dependencies, propertyDependencies },
    ),
  ];
}

describe("names that the engine makes up", () => {
  for (const [pattern, naming] of Object.entries(PATTERNS)) {
    const production = stack("production", program("production", naming, "orders"));
    const said = (uses: "orders" | "mails") =>
      say(compareStacks(stack("staging", program("staging", naming, uses)), production).divergences);

    it(`differ in nothing by ${pattern}, wherever they stand`, () => assert.deepEqual(said("orders"), []));

    it(`tell by ${pattern} when another one is used`, () =>
      assert.deepEqual(said("mails"), [
        "changed bucket",
        "changed inlinePolicies[0].policy.Statement[0].Resource",
        "changed policy.Statement[0].Resource",
      ]));
  }

  it("stand for nothing where the two programs write names of their own", () => {
    const of = (name: Of, bucket: string) => stack(name, [resource(name, POLICY, "p", { bucket })]);
    assert.deepEqual(say(compareStacks(of("staging", "orders-eu"), of("production", "mails-eu")).divergences), [
      "changed bucket",
    ]);
  });
});
