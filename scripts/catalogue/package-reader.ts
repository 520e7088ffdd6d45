import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import type { Member } from "./members";
import { membersOf } from "./members";

/** One resource type of a Pulumi package. */
export interface ResourceFacts {
  readonly token: string;
  readonly members: readonly Member[];
  readonly secrets: readonly string[];
  /** Types under which the package knew it before. */
  readonly aliases: readonly string[];
}

export interface PackageFacts {
  readonly version: string;
  readonly resources: readonly ResourceFacts[];
  /** `rds.ClusterScalingConfiguration` → its members. */
  readonly nested: ReadonlyMap<string, readonly Member[]>;
}

/** Reads an unpacked Pulumi package for Node from its declarations and sources; nothing of it is executed. */
export function readPackage(folder: string): PackageFacts {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
  const resources = files
    .filter((file) => !file.includes("node_modules"))
    .flatMap((file) => readResource(join(folder, file)));
  return {
    version: versionOf(manifest),
    resources: resources.sort((a, b) => (a.token < b.token ? -1 : 1)),
    nested: readNested(join(folder, "types/input.d.ts")),
  };
}

function versionOf(manifest: unknown): string {
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return String(version).replace(/^v/, "");
}

function readResource(file: string): readonly ResourceFacts[] {
  const source = readFileSync(file, "utf8");
  const token = /__pulumiType = ['"]([\w-]+:[\w./-]+:\w+)['"]/.exec(source)?.[1];
  if (token === undefined) return [];
  const declarations = parse(file.replace(/\.js$/, ".d.ts"));
  const args = `${token.slice(token.lastIndexOf(":") + 1)}Args`;
  const found = declarations.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === args);
  return [
    {
      token,
      members: found === undefined ? [] : membersOf(found),
      secrets: quoted(/additionalSecretOutputs: \[([^\]]*)\]/.exec(source)?.[1] ?? ""),
      aliases: [...new Set([...source.matchAll(/\{ type: ["']([^"']+)["'] \}/g)].map((match) => match[1] ?? ""))],
    },
  ];
}

function quoted(list: string): readonly string[] {
  return [...list.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] ?? "");
}

function readNested(file: string): ReadonlyMap<string, readonly Member[]> {
  const nested = new Map<string, readonly Member[]>();
  const visit = (statements: readonly ts.Statement[], prefix: string): void => {
    for (const statement of statements) {
      if (ts.isInterfaceDeclaration(statement)) nested.set(prefix + statement.name.text, membersOf(statement));
      if (ts.isModuleDeclaration(statement) && statement.body !== undefined && ts.isModuleBlock(statement.body))
        visit([...statement.body.statements], `${prefix}${statement.name.text}.`);
    }
  };
  visit([...parse(file).statements], "");
  return nested;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
}
