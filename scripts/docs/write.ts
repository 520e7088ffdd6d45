/** Writes the pages that are made from the code: `npm run docs:pages`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandPage } from "./command-page";
import { parityYamlPage } from "./parity-yaml-page";
import { policyConfigurationPage } from "./policy-configuration-page";
import { presetsPage } from "./presets-page";

const DOCS = join(__dirname, "../../docs");
writeFileSync(join(DOCS, "presets.md"), presetsPage());
writeFileSync(join(DOCS, "policy-configuration.md"), policyConfigurationPage());
writeFileSync(join(DOCS, "command.md"), commandPage());
writeFileSync(join(DOCS, "parity-yaml-reference.md"), parityYamlPage());
