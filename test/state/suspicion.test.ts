import { strict as assert } from "node:assert";
import fc from "fast-check";
import { mayBeText } from "../../core/redact/base64-text";
import { rewriteBase64 } from "../../core/redact/encodings";
import { concealFormats } from "../../core/redact/formats";
import { isSuspicious } from "../../core/redact/suspicion";

const MARK = "[secret]";
const TOKEN = `ghp_${"a1B2".repeat(9)}`;

/** Everything that is done to a text in which no known secret stands. */
function looked(text: string): string {
  return rewriteBase64(concealFormats(text, MARK), (decoded) => concealFormats(decoded, MARK));
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const piece = fc.oneof(
  fc.constantFrom(
    TOKEN,
    base64(TOKEN),
    base64(`é password=hunter22 ${TOKEN}`),
    "://me:secret@host",
    ":",
    ".",
    "=",
    " ",
  ),
  fc.string(),
  fc.base64String({ maxLength: 40 }),
  fc.string({ unit: "binary" }).map(base64),
  fc.constantFrom("securityGroupRule/SecurityGroupRule", "aws:ecs/taskDefinition:TaskDefinition", "value-0-of-1"),
);
const texts = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(""));

describe("suspicion", () => {
  it("never passes over a text that looking closer would change", () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!isSuspicious(text)) assert.equal(looked(text), text);
      }),
      { numRuns: 5000 },
    );
  });

  it("takes no text's base64 for nothing, and nothing for one where bytes tell", () => {
    fc.assert(
      fc.property(fc.base64String({ minLength: 4 }), (run) => {
        const decoded = Buffer.from(run, "base64").toString("utf8");
        if (!mayBeText(run, 0)) assert.match(decoded, /[\x00-\x08\x0e-\x1f\ufffd]/);
      }),
      { numRuns: 5000 },
    );
    for (const text of [TOKEN, "größer\n", "日本語 🔑"]) assert.ok(mayBeText(base64(text), 0), text);
    assert.equal(mayBeText("securityGroup/SecurityGroup", 0), false);
  });

  it("leaves types and names of resources alone", () => {
    for (const name of ["urn:pulumi:a::b::aws:ecs/taskDefinition:TaskDefinition::c", "svc-AmazonSSMReadOnlyAccess-1"])
      assert.equal(isSuspicious(name), false, name);
  });
});
