import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { packageVersionFacts } from "../../catalogue/ladders/packages";
import { versionDistance } from "../../core/judge/measures/version";

/** From the oldest to the newest, as each ecosystem's own documentation or tests have them. */
const ORDERED: Readonly<Record<string, readonly string[]>> = {
  npm: [
    "0.9.9",
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "1.2.0",
    "1.10.0",
    "2.0.0",
  ],
  golang: [
    "v0.0.0-20180917221912-90fa682c2a6e",
    "v0.0.0-20191016112426-3962a5ea8da1",
    "v0.1.0",
    "v1.2.2",
    "v1.2.3-pre.0.20240101000000-abcdefabcdef",
    "1.2.3",
    "v1.2.4-0.20240202000000-abcdefabcdef",
    "v1.2.4",
    "v2.0.0+incompatible",
  ],
  deb: [
    "1.0~~",
    "1.0~rc1-1",
    "1.0",
    "1.0-1~bpo12+1",
    "1.0-1",
    "1.0-1ubuntu1.10",
    "1.0-1+b1",
    "1.0-1+deb12u1",
    "1.0-1+deb12u2",
    "1.0-10",
    "1.0+dfsg-1",
    "1.0.1-1",
    "3.0.11-1",
    "1:0.1",
  ],
  rpm: [
    "1.0~rc1-1.el9",
    "1.0-1.el8",
    "1.0-1.el9",
    "1.0-1.el9_2.1",
    "1.0-2.el9",
    "1.0^git1-1",
    "1.0a-1",
    "1.0.1-1",
    "1:0.5-1",
  ],
  apk: [
    "1.2.3_alpha1-r0",
    "1.2.3_beta2-r0",
    "1.2.3_rc1-r0",
    "1.2.3-r0",
    "1.2.3-r10",
    "1.2.3_git20240101-r0",
    "1.2.3_p1-r0",
    "1.2.3a-r0",
    "1.2.3.1-r0",
    "1.2.10-r0",
  ],
  pypi: [
    "1.0.dev1",
    "1.0a1.dev1",
    "1.0a1",
    "1.0a2",
    "1.0b1",
    "1.0rc1",
    "1.0",
    "1.0.post1.dev1",
    "1.0.post1",
    "1.1",
    "1.10",
    "1!0.1",
  ],
  maven: [
    "1.0-alpha-1",
    "1.0-beta-1",
    "1.0-milestone-1",
    "1.0-rc1",
    "1.0-SNAPSHOT",
    "1.0",
    "1.0-sp1",
    "1.0-jre",
    "1.0.1",
    "1.10",
  ],
  gem: ["1.0.a", "1.0.b1", "1.0.b2", "1.0.rc1", "1.0", "1.0.1", "1.10"],
  composer: ["1.0.0-dev", "1.0.0-alpha1", "1.0.0-beta2", "1.0.0-RC1", "1.0.0", "1.0.0-p1", "v1.0.1"],
  nuget: ["1.0.0-alpha", "1.0.0", "1.0.0.1", "1.0.1"],
};

const SAME: readonly (readonly [string, string, string])[] = [
  ["npm", "1.0.0", "1.0.0"],
  ["golang", "v1.2.3", "1.2.3"],
  ["deb", "1.0", "0:1.0"],
  ["deb", "1.0", "1.0-0"],
  ["pypi", "1.0", "1.0.0"],
  ["pypi", "1.0rc1", "1.0-RC.1"],
  ["maven", "1.0", "1.0.0.Final"],
  ["gem", "1.0", "1.0.0"],
];

function order(ecosystem: string, a: string, b: string): number {
  const [left, right] = [a, b].map((version) => packageVersionFacts(ecosystem, version));
  assert.ok(left !== undefined && right !== undefined);
  const { step, leads } = versionDistance(left, right);
  return step === "none" ? 0 : leads ? 1 : -1;
}

describe("versions of packages", () => {
  for (const [ecosystem, ordered] of Object.entries(ORDERED)) {
    it(`have the order of ${ecosystem}`, () => {
      const wrong = ordered.flatMap((own, at) =>
        ordered.flatMap((other, index) =>
          order(ecosystem, own, other) === Math.sign(at - index) ? [] : [`${own} ${other}`],
        ),
      );
      assert.deepEqual(wrong, []);
    });
  }

  for (const [ecosystem, own, other] of SAME) {
    it(`are the same in ${ecosystem}: ${own} and ${other}`, () => assert.equal(order(ecosystem, own, other), 0));
  }

  it("have the order that dpkg gives them", function () {
    if (spawnSync("dpkg", ["--version"]).error !== undefined) this.skip();
    this.timeout(60_000);
    const run = fc.stringMatching(/^[0-9][0-9a-c.+~]{0,5}(-[0-9a-c.+~]{1,4})?$/);
    const version = fc.tuple(fc.constantFrom("", "", "1:", "2:"), run).map((parts) => parts.join(""));
    const pairs = fc.sample(fc.tuple(version, version), 400);
    const script = pairs.map(
      ([a, b]) =>
        `dpkg --compare-versions '${a}' lt '${b}'; echo $?; dpkg --compare-versions '${a}' gt '${b}'; echo $?`,
    );
    const said = spawnSync("sh", ["-c", script.join("\n")], { encoding: "utf8" })
      .stdout.trim()
      .split("\n");
    const wrong = pairs.filter(([a, b], at) => {
      const truth = said[2 * at] === "0" ? -1 : said[2 * at + 1] === "0" ? 1 : 0;
      return order("deb", a, b) !== truth;
    });
    assert.deepEqual(wrong, []);
  });

  it("name the step by the first number that differs, an epoch above all", () => {
    const step = (ecosystem: string, a: string, b: string) => {
      const [left, right] = [a, b].map((version) => packageVersionFacts(ecosystem, version)!);
      return versionDistance(left!, right!);
    };
    assert.deepEqual(step("deb", "1:1.0-1", "2.0-1"), { step: "major", leads: true });
    assert.deepEqual(step("deb", "3.0.11-1~deb12u1", "3.0.11-1~deb12u2"), { step: "patch", leads: false });
    assert.deepEqual(step("npm", "4.2.0", "4.3.0"), { step: "minor", leads: false });
    assert.deepEqual(step("npm", "1.0.0-rc.1", "1.0.0"), { step: "patch", leads: false });
  });

  it("are none where they count nothing", () => {
    for (const version of ["main", "3f2a9c1", "latest"]) assert.equal(packageVersionFacts("npm", version), undefined);
  });
});
