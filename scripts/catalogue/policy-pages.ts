/** Writes into each policy's page which properties it owns: `ts-node scripts/catalogue/policy-pages.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { POLICY_NAMES } from "../../core/vocabulary";
import { ownedSection, withSection } from "./owned-properties";

const PAGES = join(__dirname, "../../docs/policies");

for (const policy of POLICY_NAMES) {
  const file = join(PAGES, `${policy}.md`);
  writeFileSync(file, withSection(readFileSync(file, "utf8"), ownedSection(policy)));
}
