import { strict as assert } from "node:assert";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportStack, PulumiCliError, runPulumi, type CliFailure } from "../../sources/pulumi-cli";

/** What the CLI writes to stderr, and what that means. */
const CASES: readonly (readonly [stderr: string, failure: CliFailure])[] = [
  ["error: no stack named 'production' found", "noStack"],
  ["error: [404] Not found: Stack 'acme/shop/production' not found", "noStack"],
  ["error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions", "notLoggedIn"],
  ["error: [403] Forbidden", "denied"],
  ["error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE", "passphrase"],
  ["error: dial tcp: lookup api.pulumi.com: no such host", "unreachable"],
  ["panic: something else", "failed"],
];

describe("the Pulumi CLI", function () {
  this.timeout(30_000);
  let folder: string;
  const script = (text: string) => {
    writeFileSync(join(folder, "pulumi"), `#!/bin/sh\n${text}\n`);
    chmodSync(join(folder, "pulumi"), 0o755);
  };
  const options = () => ({
    cwd: folder,
    env: { PATH: `${folder}:/bin:/usr/bin`, PULUMI_CONFIG: '{"shop:password":"x"}' },
  });
  const failureOf = (running: Promise<unknown>) =>
    running.then(
      () => undefined,
      (error: unknown) => (error instanceof PulumiCliError ? error : undefined),
    );
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "parity-cli-"))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [stderr, failure] of CASES)
    it(`takes ${JSON.stringify(stderr)} for ${failure}`, async () => {
      script(`cat >&2 <<'TEXT'\nwarning: a new version is available\n${stderr}\nTEXT\nexit 255`);
      const error = await failureOf(runPulumi(["stack", "export"], options()));
      assert.equal(error?.failure, failure);
      assert.doesNotMatch(error.message, /\n|new version/);
    });

  it("has no such stack, which is no error", async () => {
    script(`echo "error: no stack named 'production' found" >&2; exit 255`);
    assert.equal(await exportStack({ name: "production" }, options()), undefined);
  });

  it("is not there", async () => {
    const error = await failureOf(runPulumi(["version"], { ...options(), env: { PATH: folder } }));
    assert.equal(error?.failure, "notInstalled");
  });

  it("is stopped when it takes too long", async () => {
    script("exec sleep 20");
    const error = await failureOf(runPulumi(["version"], { ...options(), timeoutMs: 200 }));
    assert.equal(error?.failure, "timeout");
  });

  it("gets its arguments without a shell, and nothing of another stack's configuration", async () => {
    script('printf "%s|" "$@"; echo "$PULUMI_CONFIG|$PULUMI_BACKEND_URL"');
    const written = await runPulumi(["stack", "$(touch x); `id`"], { ...options(), backend: "file:///b" });
    assert.equal(written.toString(), "stack|$(touch x); `id`|--non-interactive|--color|never||file:///b\n");
  });

  it("may write a great deal", async () => {
    script("head -c 30000000 /dev/zero");
    assert.equal((await runPulumi(["stack", "export"], options())).length, 30_000_000);
  });
});
