import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { PackageURL } from "packageurl-js";
import type { Stack } from "../../core/model/stack";
import { parseEvidence } from "../../sources/evidence";
import { compareDocuments } from "./compare";

const PROJECT = join(__dirname, "../..");

/** A package in the versions in which it is there; the truth is made of these, and knows nothing of the reader. */
type Packages = Readonly<Record<string, readonly string[]>>;

/** Type, namespace and name: every kind of spelling that scanners differ in. */
const NAMES: Readonly<Record<string, readonly [type: string, namespace: string | undefined, name: string]>> = {
  core: ["npm", "@babel", "core"],
  legacy: ["npm", undefined, "JSONStream"],
  yaml: ["pypi", undefined, "ruamel.yaml.clib"],
  logrus: ["golang", "github.com/Sirupsen", "logrus"],
  netty: ["maven", "io.netty", "netty"],
  ssl: ["deb", "debian", "libstdc++6"],
  glibc: ["rpm", "redhat", "glibc"],
  musl: ["apk", "alpine", "musl"],
  serde: ["cargo", undefined, "serde_json"],
  alamofire: ["swift", "github.com/Alamofire", "Alamofire"],
  rails: ["gem", undefined, "rails"],
  json: ["nuget", undefined, "Newtonsoft.Json"],
};

const QUALIFIERS = [
  "",
  "?arch=amd64&distro=debian-12",
  "?type=jar",
  "?package-id=0a1b2c3d",
  "?vcs_url=git%2Bhttps://x/y%40z",
  "#sub/path",
];

/** One of the ways in which generators write a purl; `style` picks it. */
function spelled(key: string, version: string, style: number): string {
  const [type, namespace, name] = NAMES[key]!;
  const encode = style % 2 === 0 ? encodeURIComponent : (text: string) => text;
  const path = [...(namespace?.split("/") ?? []), name].map((step) => encode(recased(type, step, style))).join("/");
  return `pkg:${type}/${path}@${encode(version)}${QUALIFIERS[style % QUALIFIERS.length]!}`;
}

function recased(type: string, step: string, style: number): string {
  if (style % 3 !== 0) return step;
  if (type === "pypi") return step.replaceAll(".", style % 2 === 0 ? "-" : "_").toUpperCase();
  return ["golang", "nuget", "swift", "deb"].includes(type) ? step.toLowerCase() : step;
}

function cycloneDx(packages: Packages, style: number): string {
  const entries = Object.entries(packages).flatMap(([key, versions]) =>
    versions.map((version, at) => ({
      type: "library",
      "bom-ref": `${key}-${String(at)}`,
      name: key,
      version,
      purl: spelled(key, version, style + at),
    })),
  );
  const [first, ...others] = style % 2 === 0 ? entries : [...entries].reverse();
  const nested = first === undefined ? [] : [{ ...first, components: others.slice(0, 2) }];
  const files = [
    { type: "file", name: "/usr/bin/app" },
    { type: "application", name: "package-lock.json" },
  ];
  const components = [...files, ...nested, ...others.slice(2), ...others.slice(0, 1)];
  const component = { type: "application", name: "app", version: String(style), purl: `pkg:npm/app@${String(style)}` };
  return JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", metadata: { component }, components });
}

function spdx(packages: Packages, style: number): string {
  const entries = Object.entries(packages).flatMap(([key, versions]) =>
    versions.map((version, at) => ({
      SPDXID: `SPDXRef-Package-${key}-${String(at)}`,
      name: key,
      versionInfo: style % 2 === 0 ? version : "NOASSERTION",
      externalRefs: [
        { referenceCategory: "SECURITY", referenceType: "cpe23Type", referenceLocator: `cpe:2.3:a:${key}:${key}:*` },
        {
          referenceCategory: "PACKAGE_MANAGER",
          referenceType: "purl",
          referenceLocator: spelled(key, version, style + at),
        },
      ],
    })),
  );
  const root = {
    SPDXID: "SPDXRef-DocumentRoot-Image",
    name: "app",
    versionInfo: String(style),
    primaryPackagePurpose: "CONTAINER",
  };
  const describes = {
    spdxElementId: "SPDXRef-DOCUMENT",
    relationshipType: "DESCRIBES",
    relatedSpdxElement: root.SPDXID,
  };
  const bill = { spdxVersion: "SPDX-2.3", packages: [...entries, root], relationships: [describes] };
  return JSON.stringify(style % 3 === 0 ? { sbom: bill } : bill);
}

/** Kind, canonical name and property of every divergence, each name by the specification's own library. */
function found(subject: Stack, reference: Stack): readonly string[] {
  const { divergences } = compareDocuments({ subject, reference });
  return divergences
    .map(({ kind, type, subject: own, reference: other, key }) => {
      assert.equal(type, "parity:sbom:Component");
      return `${kind} ${plainName((own ?? other)!.name)} ${key ?? ""}`.trim();
    })
    .sort();
}

function truth(subject: Packages, reference: Packages): readonly string[] {
  const keys = [...new Set([...Object.keys(subject), ...Object.keys(reference)])];
  return keys
    .flatMap((key) => {
      const [own, other] = [subject[key], reference[key]].map(
        (versions) => versions && [...new Set(versions)].sort().join(),
      );
      if (own === other) return [];
      const name = plainName(spelled(key, "1", 1));
      return [
        own === undefined ? `missing ${name}` : other === undefined ? `extra ${name}` : `changed ${name} version`,
      ];
    })
    .sort();
}

function plainName(purl: string): string {
  const { type, namespace, name } = PackageURL.fromString(`${purl.split("@1")[0]!}@1.0`);
  return [type, namespace ?? "", name]
    .join("/")
    .toLowerCase()
    .replaceAll(/[-_.]+/g, "-");
}

const packages = fc.dictionary(
  fc.constantFrom(...Object.keys(NAMES)),
  fc.uniqueArray(fc.constantFrom("1.0.0", "1.1.0", "2.0.0-1~deb12u1", "2.3.4+incompatible.1", "1:3.0"), {
    minLength: 1,
    maxLength: 3,
  }),
  { minKeys: 1 },
);
const format = fc.constantFrom(cycloneDx, spdx);

describe("what two bills of materials differ in", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-sbom-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is found exactly, whichever ecosystems, formats and spellings", () => {
    const side = fc.tuple(packages, format, fc.nat(60));
    fc.assert(
      fc.property(side, side, ([own, write, style], [other, writeOther, otherStyle]) => {
        const subject = parseEvidence(write(own, style), "staging.json")!;
        const reference = parseEvidence(writeOther(other, otherStyle), "production.json")!;
        assert.deepEqual(found(subject, reference), truth(own, other));
      }),
      { numRuns: 400 },
    );
  });

  it("is nothing but the version where files are named after versions", () => {
    const bill = (version: string) => cycloneDx({ core: [version] }, 0);
    const [subject, reference] = ["v1", "v2"].map((version) => parseEvidence(bill(version), `${version}.json`)!);
    assert.deepEqual(found(subject!, reference!), ["changed npm/%40babel/core version".replace("%40", "@")]);
  });

  it("is what differs between the lock files that a public generator reads", function () {
    this.timeout(120_000);
    copyFileSync(join(PROJECT, "package.json"), join(folder, "package.json"));
    const lock = readFileSync(join(PROJECT, "package-lock.json"), "utf8");
    const changedLock = withNewer(JSON.parse(lock) as Lock);
    const generate = (name: string, text: string, flavour: string): Stack => {
      writeFileSync(join(folder, "package-lock.json"), text);
      const args = ["sbom", "--package-lock-only", `--sbom-format=${flavour}`];
      const made = spawnSync("npm", args, { cwd: folder, encoding: "utf8", maxBuffer: 1e9 });
      if (made.error !== undefined) this.skip();
      assert.equal(made.status, 0, made.stderr);
      return parseEvidence(made.stdout, `${name}.json`)!;
    };
    const subject = generate("staging", JSON.stringify(changedLock), "spdx");
    const reference = generate("production", lock, "cyclonedx");
    const expected = lockTruth(changedLock, JSON.parse(lock) as Lock);
    assert.ok(expected.length > 50, String(expected.length));
    assert.deepEqual(found(subject, reference), expected);
  });
});

type Ranges = Record<string, string>;

interface Lock {
  packages: Record<string, { version?: string; name?: string; dependencies?: Ranges; optionalDependencies?: Ranges }>;
}

/** Every fifth package ninety patches newer, and nobody asking for an exact one. */
function withNewer(lock: Lock): Lock {
  const entries = Object.entries(lock.packages).map(([path, entry], at) => {
    const [, start, patch] = /^(\d+\.\d+\.)(\d+)$/.exec(entry.version ?? "") ?? [];
    const version =
      path === "" || at % 5 !== 0 || start === undefined ? entry.version : `${start}${String(Number(patch) + 90)}`;
    const any = (ranges: Ranges = {}) => Object.fromEntries(Object.keys(ranges).map((name) => [name, "*"]));
    const ranges = { dependencies: any(entry.dependencies), optionalDependencies: any(entry.optionalDependencies) };
    return [path, { ...entry, ...(version !== undefined && { version }), ...(path !== "" && ranges) }] as const;
  });
  return { ...lock, packages: Object.fromEntries(entries) };
}

/** The truth from the lock files themselves: name → versions, without a bill in between. */
function lockTruth(own: Lock, other: Lock): readonly string[] {
  const versions = ({ packages: all }: Lock): ReadonlyMap<string, string> => {
    const gathered = new Map<string, Set<string>>();
    for (const [path, { version, name = path.split("node_modules/").at(-1)! }] of Object.entries(all))
      if (path !== "" && version !== undefined) gathered.set(name, (gathered.get(name) ?? new Set()).add(version));
    return new Map([...gathered].map(([name, set]) => [name, [...set].sort().join()]));
  };
  const [left, right] = [versions(own), versions(other)];
  return [...left]
    .filter(([name, text]) => right.get(name) !== text)
    .map(([name]) => `changed ${plainName(`pkg:npm/${name.replace("@", "%40")}`)} version`)
    .sort();
}
