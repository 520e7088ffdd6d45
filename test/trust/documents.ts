import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { sharedPairs } from "../drift/shared-data";

export const ROOT = join(__dirname, "../..");
const STOREFRONT = join(ROOT, "examples/storefront");

/** The two sides of a comparison, as texts. */
export interface Texts {
  readonly subject: string;
  readonly reference: string;
}

/** The storefront as the real engine deployed it. */
export function storefront(): Texts {
  const read = (stack: string) =>
    brotliDecompressSync(readFileSync(join(STOREFRONT, "recorded", `${stack}.json.br`))).toString("utf8");
  return { subject: read("staging"), reference: read("production") };
}

/** States of real programs: the storefront's, and the shared ones where they are on this machine. */
export function realStates(): readonly (Texts & { readonly name: string })[] {
  const shared = sharedPairs().map(({ name, staging, production }) => ({
    name,
    subject: readFileSync(staging, "utf8"),
    reference: readFileSync(production, "utf8"),
  }));
  return [{ name: "storefront", ...storefront() }, ...shared];
}

/** Bills of materials and data profiles of the storefront. */
export function evidence(kind: "cdx" | "data"): Texts {
  const read = (stack: string) => readFileSync(join(STOREFRONT, "evidence", `${stack}.${kind}.json`), "utf8");
  return { subject: read("staging"), reference: read("production") };
}

export function stackConfiguration(): Texts {
  const read = (stack: string) => readFileSync(join(STOREFRONT, `Pulumi.${stack}.yaml`), "utf8");
  return { subject: read("staging"), reference: read("production") };
}

export function parityYaml(): string {
  return readFileSync(join(STOREFRONT, "parity.yaml"), "utf8");
}

/** Flags as flagd and as LaunchDarkly write them. */
export const FLAGS = {
  flagd: JSON.stringify({
    flags: {
      checkout: { state: "ENABLED", variants: { on: true, off: false }, defaultVariant: "on" },
      search: {
        state: "DISABLED",
        variants: { a: "one", b: "two" },
        defaultVariant: "a",
        targeting: { if: [{ "==": [{ var: "email" }, "x@example.com"] }, "b", "a"] },
      },
    },
  }),
  launchDarkly: JSON.stringify({
    items: [
      {
        key: "checkout",
        kind: "boolean",
        variations: [{ value: true }, { value: false }],
        environments: {
          production: { on: true, fallthrough: { variation: 0 }, offVariation: 1 },
          staging: { on: false, fallthrough: { variation: 1 }, offVariation: 1 },
        },
      },
    ],
  }),
} as const;
