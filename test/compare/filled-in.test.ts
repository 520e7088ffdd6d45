import assert from "node:assert/strict";
import type { Resource } from "../../core/model/resource";
import type { ValueMap } from "../../core/model/value";
import { compareStacks, resource, say, stack } from "./build";

const ACCOUNT = "azure:storage/account:Account";
const PROVIDER = "pulumi:providers:azure";

type Side = "staging" | "production";

/** A storage account under a provider of this version, which filled in `defaults`. */
function deployed(of: Side, version: string | undefined, inputs: ValueMap, defaults: readonly string[]): Resource[] {
  const provider = resource(of, PROVIDER, "default", version === undefined ? {} : { version }, { role: "provider" });
  const more = { provider: provider.urn, ...(defaults.length > 0 && { defaults: new Set(defaults) }) };
  return [provider, resource(of, ACCOUNT, "files", { accountTier: "Standard", ...inputs }, more)];
}

const older = (of: Side) => deployed(of, "5.60.0", { enableHttpsTrafficOnly: true }, ["enableHttpsTrafficOnly"]);
const newer = (of: Side) => deployed(of, "5.89.0", { rules: [{ localUser: true }] }, ["rules", "rules.*.localUser"]);

describe("what a provider filled in", () => {
  it("is no difference where the other version of it knows no such property", () => {
    const { divergences } = compareStacks(stack("staging", older("staging")), stack("production", newer("production")));
    assert.deepEqual(say(divergences), ["changed version"]);
  });

  it("is one where both have it, and it says something else", () => {
    const other = deployed("production", "5.89.0", { enableHttpsTrafficOnly: false }, ["enableHttpsTrafficOnly"]);
    const { divergences } = compareStacks(stack("staging", older("staging")), stack("production", other));
    assert.deepEqual(say(divergences), ["changed enableHttpsTrafficOnly", "changed version"]);
  });

  it("is one where both have the same version, or nobody knows", () => {
    for (const version of ["5.60.0", undefined]) {
      const own = deployed("staging", version, { minTlsVersion: "TLS1_2" }, ["minTlsVersion"]);
      const other = deployed("production", version, {}, []);
      const { divergences } = compareStacks(stack("staging", own), stack("production", other));
      assert.deepEqual(say(divergences), ["added minTlsVersion"]);
    }
  });

  it("is one where the program said it", () => {
    const own = deployed("staging", "5.60.0", { minTlsVersion: "TLS1_0" }, []);
    const { divergences } = compareStacks(
      stack("staging", own),
      stack("production", deployed("production", "5.89.0", {}, [])),
    );
    assert.deepEqual(say(divergences), ["added minTlsVersion", "changed version"]);
  });

  it("is known in a preview from the stack's own last state", () => {
    const last = stack("staging", older("staging"));
    const planned = deployed("staging", "5.60.0", { enableHttpsTrafficOnly: true }, []);
    const preview = stack("staging", planned, { phase: "preview" });
    const production = stack("production", newer("production"));
    const said = (before: typeof last | undefined) => say(compareStacks(preview, production, { before }).divergences);
    assert.deepEqual(said(last), ["changed version"]);
    assert.deepEqual(said(undefined), ["added enableHttpsTrafficOnly", "changed version"]);
  });
});
