/**
 * Writes what the catalogue knows of `@pulumi/aws` by reading, not by hand: `catalogue/generated/`.
 * `ts-node scripts/catalogue/generate.ts FOLDER...`: unpacked packages, the newest first; older majors add the types
 * and properties that are gone since.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runtimeFacts } from "./runtime-facts";
import type { PackageFacts } from "./package-reader";
import { readPackage } from "./package-reader";
import { propertyTables } from "./property-tables";

const OUT = join(__dirname, "../../catalogue/generated");

function write(name: string, content: Readonly<Record<string, unknown>>): void {
  writeFileSync(join(OUT, name), `${linewise(content)}\n`);
}

/** JSON with one entry of each table a line, so that a new release of the package reads as a small difference. */
function linewise(content: Readonly<Record<string, unknown>>): string {
  const tables = Object.entries(content).map(([name, table]) => `${JSON.stringify(name)}: ${tableText(table)}`);
  return `{\n${tables.join(",\n")}\n}`;
}

function tableText(table: unknown): string {
  if (typeof table !== "object" || table === null || Array.isArray(table)) return JSON.stringify(table);
  const rows = Object.entries(table).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${rows.join(",\n")}\n}`;
}

function sources(packages: readonly PackageFacts[]): readonly string[] {
  return packages.map(({ version }) => `@pulumi/aws ${version}`);
}

const packages = process.argv.slice(2).map(readPackage);
mkdirSync(OUT, { recursive: true });
write("aws-properties.json", { from: sources(packages), ...propertyTables(packages) });
write("aws-facts.json", { from: sources(packages), ...runtimeFacts(packages) });
