import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { ReadError } from "../../core/errors";
import type { Stack } from "../../core/model/stack";
import { parseEvidence } from "../../sources/evidence";
import { readText } from "../../sources/state/file";
import { compareDocuments } from "./compare";

const PROJECT = join(__dirname, "../..");
const REAL = join(__dirname, "../../../shared/data/sbom/cyclonedx-proton-bridge");

type Versions = Readonly<Record<string, readonly string[]>>;

describe("bills of materials", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-sbom-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (name: string, document: unknown): Stack => {
    const text = typeof document === "string" ? document : JSON.stringify(document);
    writeFileSync(join(folder, name), name.endsWith(".gz") ? gzipSync(text) : text);
    return parseEvidence(readText(join(folder, name)), join(folder, name))!;
  };
  const differences = (subject: Stack, reference: Stack) =>
    compareDocuments({ subject, reference })
      .divergences.map((one) => {
        const name = one.subject?.name ?? one.reference?.name;
        const { subject: left, reference: right } = one.values;
        const texts = [left, right].map((value) => (typeof value === "string" ? value : ""));
        return [one.kind, name, one.key ?? "", ...texts].join(" ").trim();
      })
      .sort();

  it("finds exactly what differs between two real ones", function () {
    if (!existsSync(REAL)) this.skip();
    const files = ["staging.v1.6.3.bom.json", "production.v1.8.0.bom.json"].map((name) => join(REAL, name));
    const [staging, production] = files.map((file) => truthOf(file));
    const names = [...new Set([...staging!.keys(), ...production!.keys()])];
    const expected = names.filter((name) => staging!.get(name) !== production!.get(name)).sort();
    const [subject, reference] = files.map((file) => parseEvidence(readText(file), file)!);
    const { divergences } = compareDocuments({ subject: subject!, reference: reference! });
    assert.equal(expected.length, 7);
    assert.deepEqual(divergences.map((one) => one.subject?.name).sort(), expected);
    for (const { subject: resource, values, key, facts } of divergences) {
      assert.equal(key, "version");
      assert.equal(facts.policy, "dependency-parity");
      assert.deepEqual(
        [values.subject, values.reference],
        [staging!.get(resource!.name), production!.get(resource!.name)],
      );
    }
  });

  it("reads what a public generator makes of a real lock file, in both formats", function () {
    this.timeout(60_000);
    const lock = readFileSync(join(PROJECT, "package-lock.json"), "utf8");
    copyFileSync(join(PROJECT, "package.json"), join(folder, "package.json"));
    const generated = (format: string, text: string): Stack => {
      writeFileSync(join(folder, "package-lock.json"), text);
      const made = spawnSync("npm", ["sbom", "--package-lock-only", `--sbom-format=${format}`], {
        cwd: folder,
        encoding: "utf8",
      });
      if (made.error !== undefined) this.skip();
      assert.equal(made.status, 0, made.stderr);
      return read(`${format}.json`, made.stdout);
    };
    const newer = lock.replace(/("node_modules\/semver": \{\s*"version": )"[^"]+"/, '$1"7.99.0"');
    assert.notEqual(newer, lock);
    const [cyclone, spdxBill] = ["cyclonedx", "spdx"].map((format) => generated(format, lock));
    assert.ok(cyclone!.resources.length > 100);
    assert.deepEqual(differences(spdxBill!, cyclone!), []);
    const found = differences(generated("cyclonedx", newer), cyclone!);
    assert.equal(found.length, 1);
    assert.match(found[0]!, /^changed pkg:npm\/semver version 7\.99\.0 \d/);
  });

  it("finds exactly what differs between any two", () => {
    const version = fc.constantFrom("1.0.0", "1.1.0", "2.0.0");
    const bill = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), version);
    fc.assert(
      fc.property(bill, bill, (left, right) => {
        const [subject, reference] = [left, right].map((versions, at) =>
          read(`${String(at)}.cdx.json`, cycloneDx(single(versions))),
        );
        const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
        const expected = names.flatMap((name) => expectedDifference(name, left[name], right[name])).sort();
        assert.deepEqual(differences(subject!, reference!), expected);
      }),
      { numRuns: 60 },
    );
  });

  it("says the same of SPDX as of CycloneDX, packed or not", () => {
    const versions: Versions = { left: ["1.0.0"], "@scope/right": ["2.0.0"] };
    const plain = read("a.cdx.json", cycloneDx(versions));
    for (const spdxVersion of ["SPDX-2.2", "SPDX-2.3"]) {
      assert.deepEqual(differences(read("b.spdx.json.gz", spdx(versions, spdxVersion)), plain), []);
    }
  });

  for (const specVersion of ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]) {
    it(`reads CycloneDX ${specVersion}`, () => {
      const stack = read("a.json", { ...cycloneDx({ a: ["1"] }), specVersion });
      assert.deepEqual(
        stack.resources.map(({ name }) => name),
        ["pkg:npm/a"],
      );
    });
  }

  it("names a component by its purl without version, of any ecosystem", () => {
    const purls = {
      "pkg:npm/%40angular/core@1": "pkg:npm/%40angular/core",
      "pkg:npm/@babel/core@1": "pkg:npm/@babel/core",
      "pkg:npm/@babel/types": "pkg:npm/@babel/types",
      "pkg:pypi/Typing_Extensions@1": "pkg:pypi/Typing_Extensions",
      "pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12": "pkg:deb/debian/openssl",
      "pkg:apk/alpine/musl@1.2.4-r2?arch=x86_64": "pkg:apk/alpine/musl",
      "pkg:golang/google.golang.org/genproto@v0.1#googleapis/api": "pkg:golang/google.golang.org/genproto",
      "pkg:maven/io.netty/netty@4?classifier=linux-x86_64&type=jar": "pkg:maven/io.netty/netty",
      "pkg:swift/github.com/Alamofire/Alamofire@5.4.3": "pkg:swift/github.com/Alamofire/Alamofire",
      "pkg:conan/openssl.org/openssl@3.0.3?user=b&channel=stable": "pkg:conan/openssl.org/openssl",
      "pkg:cran/A3@1.0.0": "pkg:cran/A3",
      "pkg:generic/app@feature/x": "pkg:generic/app",
      "pkg:GEM//rails@7.1#lib": "pkg:gem/rails",
    };
    const components = Object.keys(purls).map((purl) => ({ type: "library", name: "n", purl }));
    assert.deepEqual(
      read("a.json", { bomFormat: "CycloneDX", specVersion: "1.6", components }).resources.map(({ name }) => name),
      Object.values(purls),
    );
  });

  it("takes other artifacts of one package as a property of it", () => {
    const of = (...classifiers: string[]) => ({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      components: classifiers.map((classifier) => ({
        purl: `pkg:maven/io.netty/netty@4?type=jar&classifier=${classifier}`,
      })),
    });
    const subject = read("a.json", of("linux-x86_64"));
    assert.deepEqual(differences(subject, read("b.json", of("linux-x86_64", "osx-x86_64"))), [
      'removed pkg:maven/io.netty/netty classifiers["osx-x86_64"]  osx-x86_64',
    ]);
  });

  it("takes an epoch as a part of the version", () => {
    const components = [{ name: "n", purl: "pkg:rpm/redhat/openssl@3.0.7-1.el9?epoch=1" }];
    const { resources } = read("a.json", { bomFormat: "CycloneDX", specVersion: "1.6", components });
    assert.deepEqual({ ...resources[0]!.inputs }, { version: "1:3.0.7-1.el9" });
  });

  it("counts a package once that two scanners spell in two ways", () => {
    const of = (...purls: string[]) => ({
      bomFormat: "CycloneDX",
      specVersion: "1.5",
      components: purls.map((purl) => ({ name: "n", purl })),
    });
    const subject = read(
      "a.json",
      of("pkg:golang/github.com/Sirupsen/logrus@v1.9.0?type=module", "pkg:pypi/PyYAML@6", "pkg:npm/@a/b@1"),
    );
    const reference = read(
      "b.json",
      of("pkg:golang/github.com/sirupsen/logrus@1.9.0", "pkg:pypi/pyyaml@6", "pkg:npm/%40a/b@1"),
    );
    assert.deepEqual(differences(subject, reference), []);
  });

  for (const [what, left, right, expected] of [
    ["equal sets", ["1.0.0", "2.0.0"], ["2.0.0", "1.0.0"], []],
    ["a change within one line", ["1.0.0", "2.0.0"], ["1.0.0", "2.1.0"], ["changed pkg:npm/a version 2.0.0 2.1.0"]],
    ["a change of the lower one", ["1.0.0", "2.0.0"], ["1.5.0", "2.0.0"], ["changed pkg:npm/a version 1.0.0 1.5.0"]],
    ["one more in the reference", ["1.0.0"], ["1.0.0", "2.0.0"], ["changed pkg:npm/a version 1.0.0 1.0.0, 2.0.0"]],
    ["one more in the subject", ["1.0.0", "2.0.0"], ["1.0.0"], ["changed pkg:npm/a version 1.0.0, 2.0.0 1.0.0"]],
    [
      "changes in two lines",
      ["1.0.0", "2.0.0", "3.0.0"],
      ["1.1.0", "2.0.0", "3.3.0"],
      ["changed pkg:npm/a version 1.0.0, 3.0.0 1.1.0, 3.3.0"],
    ],
  ] as const) {
    it(`sets several versions against each other: ${what}`, () => {
      assert.deepEqual(
        differences(read("a.json", cycloneDx({ a: left })), read("b.json", cycloneDx({ a: right }))),
        expected,
      );
    });
  }

  it("reads nested components, and leaves out files and the thing itself", () => {
    const document = {
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      metadata: { timestamp: "2026-01-02T03:04:05Z", component: { name: "app", version: "9", purl: "pkg:npm/app@9" } },
      components: [
        {
          type: "library",
          name: "a",
          purl: "pkg:npm/a@1",
          components: [{ type: "library", name: "b", purl: "pkg:npm/b@2" }],
        },
        { type: "file", name: "/etc/passwd" },
        { type: "operating-system", name: "debian", version: "12" },
      ],
    };
    const stack = read("staging.cdx.json", document);
    assert.deepEqual(
      stack.resources.map(({ name }) => name),
      ["pkg:npm/a", "pkg:npm/b", "pkg:generic/debian"],
    );
    assert.equal(stack.capturedAt, "2026-01-02T03:04:05Z");
    assert.equal(stack.name, "staging");
  });

  it("is read as GitHub exports it, and as attestations wrap it", () => {
    const versions: Versions = { a: ["1.0.0"] };
    const plain = read("a.json", cycloneDx(versions));
    const wrapped = [
      { sbom: spdx(versions, "SPDX-2.3") },
      { SPDX: spdx(versions, "SPDX-2.3") },
      {
        _type: "https://in-toto.io/Statement/v1",
        predicateType: "https://cyclonedx.org/bom",
        predicate: cycloneDx(versions),
      },
    ];
    for (const document of wrapped) assert.deepEqual(differences(read("b.json", document), plain), []);
  });

  it("tells the operating system's version, and leaves out lock files and folders", () => {
    const image = (version: string, lock: string) => ({
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      metadata: { component: { type: "container", name: `shop:${version}`, purl: `pkg:oci/shop@sha256:${version}` } },
      components: [
        { type: "operating-system", name: "debian", version },
        { type: "application", name: lock, properties: [{ name: "aquasecurity:trivy:Type", value: "npm" }] },
        { type: "library", name: "a", version: "1", purl: "pkg:npm/a@1" },
      ],
    });
    assert.deepEqual(
      differences(
        read("a.json", image("12.4", "app/package-lock.json")),
        read("b.json", image("12.5", "package-lock.json")),
      ),
      ["changed pkg:generic/debian version 12.4 12.5"],
    );
  });

  for (const [what, document, message] of [
    [
      "no purls",
      { bomFormat: "CycloneDX", specVersion: "1.6", components: [{ name: "a", version: "1" }] },
      /none of its 1 components has a purl/,
    ],
    [
      "CycloneDX of an unknown version",
      { bomFormat: "CycloneDX", specVersion: "2.0", components: [] },
      /CycloneDX 2\.0 is not known/,
    ],
    ["SPDX of an unknown version", { spdxVersion: "SPDX-2.1", packages: [] }, /SPDX-2\.1 is not known/],
    [
      "SPDX 3 with a list of contexts",
      { "@context": ["https://spdx.org/rdf/3.0.1/spdx-context.jsonld", {}], "@graph": [] },
      /write SPDX-2\.3/,
    ],
    [
      "CycloneDX in XML",
      '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">',
      /is CycloneDX in XML; .*convert/,
    ],
    [
      "SPDX in tag-value form",
      "# made today\nSPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n",
      /is SPDX in tag-value form/,
    ],
    ["components without end", nested(300), /nested more than 100 deep/],
    ["SPDX 3", { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [] }, /SPDX 3/],
    [
      "components that are no list",
      { bomFormat: "CycloneDX", specVersion: "1.6", components: {} },
      /components should be a list/,
    ],
    [
      "a component without a name",
      { bomFormat: "CycloneDX", specVersion: "1.6", components: [{ purl: "pkg:npm/a@1" }, {}] },
      /components\[1\]\.name should be a text/,
    ],
    ["a bill that is cut off", '{"bomFormat": "CycloneDX", "compo', /is no JSON/],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      assert.throws(
        () => read("a.json", document),
        (error) => error instanceof ReadError && message.test(error.message) && error.place === join(folder, "a.json"),
      );
    });
  }

  it("leaves a state to others", () => {
    assert.equal(read("state.json", { version: 3, deployment: { resources: [] } }), undefined);
  });
});

function nested(levels: number): unknown {
  let components: unknown[] = [];
  for (let level = 0; level < levels; level++) components = [{ purl: `pkg:npm/a@${String(level)}`, components }];
  return { bomFormat: "CycloneDX", specVersion: "1.6", components };
}

/** The truth, by other means than the reader's: the raw purls up to their version. */
function truthOf(file: string): ReadonlyMap<string, string> {
  const { components } = JSON.parse(readFileSync(file, "utf8")) as { components: { purl: string }[] };
  return new Map(
    components.map(({ purl }) => [purl.slice(0, purl.lastIndexOf("@")), purl.slice(purl.lastIndexOf("@") + 1)]),
  );
}

function single(versions: Readonly<Record<string, string>>): Versions {
  return Object.fromEntries(Object.entries(versions).map(([name, version]) => [name, [version]]));
}

function expectedDifference(name: string, left: string | undefined, right: string | undefined): readonly string[] {
  if (left === right) return [];
  if (left === undefined) return [`missing pkg:npm/${name}`];
  if (right === undefined) return [`extra pkg:npm/${name}`];
  return [`changed pkg:npm/${name} version ${left} ${right}`];
}

function cycloneDx(versions: Versions) {
  const components = Object.entries(versions).flatMap(([name, all]) =>
    all.map((version) => ({
      type: "library",
      name,
      version,
      purl: `pkg:npm/${encodeURIComponent(name).replace("%2F", "/")}@${version}`,
    })),
  );
  return { bomFormat: "CycloneDX", specVersion: "1.5", components };
}

function spdx(versions: Versions, spdxVersion: string) {
  const packages = Object.entries(versions).flatMap(([name, all]) =>
    all.map((version) => ({
      SPDXID: `SPDXRef-${name.replace(/\W/g, "-")}`,
      name,
      versionInfo: version,
      externalRefs: [
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: `pkg:npm/${name}@${version}` },
      ],
    })),
  );
  const root = { SPDXID: "SPDXRef-root", name: "image" };
  const relationships = [
    { spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "SPDXRef-root" },
  ];
  return {
    spdxVersion,
    creationInfo: { created: "2026-01-01T00:00:00Z" },
    packages: [root, ...packages],
    relationships,
  };
}
