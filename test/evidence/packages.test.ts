import { strict as assert } from "node:assert";
import type { ReportedDivergence } from "../../core/report/types";
import { packagesApart } from "../../reporters/view/packages";

const divergence = (
  purl: string,
  kind: "changed" | "missing",
  subject: string | null,
  reference: string,
  newer?: boolean,
): ReportedDivergence => ({
  id: purl,
  policy: "dependency-parity",
  kind,
  type: "parity:sbom:Component",
  subject: kind === "missing" ? null : `urn:pulumi:s::p::parity:sbom:Component::${purl}`,
  reference: `urn:pulumi:r::p::parity:sbom:Component::${purl}`,
  property: "version",
  key: "version",
  values: { subject, reference },
  ...(newer !== undefined && { newer }),
  verdict: "beyond",
  level: "mandatory",
  rule: "default",
  message: "",
});

describe("packages in a report", () => {
  const many = [
    ...Array.from({ length: 9 }, (_, at) => divergence(`pkg:npm/p${String(at)}`, "changed", "1.9.0", "1.10.0", false)),
    divergence("pkg:npm/%40scope/p", "changed", "2.0.0", "1.10.0", true),
    divergence("pkg:deb/debian/openssl", "missing", null, "3.0"),
  ];
  const another = { ...divergence("x", "changed", "1", "2"), type: "aws:rds/instance:Instance" };

  it("are told one by one while they are few", () => {
    assert.deepEqual(packagesApart([another, ...many.slice(0, 10)]), {
      others: [another, ...many.slice(0, 10)],
      ecosystems: [],
    });
  });

  it("are told by ecosystem where they are many, and hide nothing else", () => {
    const { others, ecosystems } = packagesApart([another, ...many]);
    assert.deepEqual(others, [another]);
    assert.deepEqual(
      ecosystems.map(({ line }) => line),
      ["npm: 9 older, 1 newer (p0, p1, p2 …)", "deb: 1 missing (debian/openssl)"],
    );
    assert.deepEqual(
      ecosystems.flatMap(({ packages }) => packages),
      many,
    );
  });
});
