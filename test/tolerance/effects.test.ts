import assert from "node:assert/strict";
import { judged, strictly } from "./shop";

const CONFIGURATION = "parity:stack:Configuration::shop";
const FUNCTION = "aws:lambda/function:Function::api";
const stacks = {
  subject: { [CONFIGURATION]: { "shop:timeout": "5" }, [FUNCTION]: { timeout: 5 } },
  reference: { [CONFIGURATION]: {}, [FUNCTION]: { timeout: 30 } },
};

function verdictsBy(yaml: string) {
  const findings = judged(strictly(yaml), stacks);
  return Object.fromEntries(findings.map(({ type, verdict, rule }) => [type, `${verdict} by ${rule}`]));
}

describe("a key of the stack configuration", () => {
  it("is beyond with what it does", () => {
    const verdicts = verdictsBy("");
    assert.match(verdicts["aws:lambda/function:Function"] ?? "", /^beyond/);
    assert.match(verdicts["parity:stack:Configuration"] ?? "", /^beyond by default/);
  });

  it("is allowed with what it does, by the same rule", () => {
    const verdicts = verdictsBy(`tolerances: [{ name: slow, on: "aws:lambda/*", property: timeout, allow: any }]`);
    assert.match(verdicts["aws:lambda/function:Function"] ?? "", /^within/);
    assert.equal(verdicts["parity:stack:Configuration"], verdicts["aws:lambda/function:Function"]);
  });

  it("is judged for itself where nothing shows its values", () => {
    const findings = judged(strictly(`tolerances: [{ on: "aws:*", allow: any }]`), {
      subject: { [CONFIGURATION]: { "shop:timeout": "5" }, [FUNCTION]: { timeout: 30 } },
      reference: { [CONFIGURATION]: {}, [FUNCTION]: { timeout: 30 } },
    });
    assert.deepEqual(
      findings.map(({ verdict }) => verdict),
      ["beyond"],
    );
  });

  it("stays beyond where a rule speaks of it", () => {
    const verdicts = verdictsBy(
      `tolerances: [{ on: "aws:lambda/*", allow: any }, { on: "parity:stack:Configuration", property: "**timeout", allow: equal }]`,
    );
    assert.match(verdicts["parity:stack:Configuration"] ?? "", /^beyond/);
  });
});
