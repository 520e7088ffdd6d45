import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One property as the SDK's declarations state it. */
export interface Member {
  readonly type: string;
  readonly optional: boolean;
}

/** What the installed `@pulumi/aws` declares of a resource type or a look-up. */
export interface Declared {
  readonly inputs: ReadonlyMap<string, Member>;
  readonly outputs: ReadonlyMap<string, Member>;
}

const NOTHING: Declared = { inputs: new Map(), outputs: new Map() };
const cache = new Map<string, Declared>();

function sdkFolder(): string {
  return dirname(require.resolve("@pulumi/aws/package.json"));
}

/** The version of the SDK whose declarations these are. */
export function sdkVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(sdkFolder(), "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "7.0.0";
}

/** The members of a declaration's body, one statement each; they stand at an indentation of four. */
function members(body: string): Map<string, Member> {
  const statements = body.replaceAll(/\/\*\*[\s\S]*?\*\//g, "").split(/\n {4}(?=(?:readonly )?\w+\??: )/);
  const found = statements.flatMap((statement): [string, Member][] => {
    const match = /^(?:readonly )?(\w+)(\?)?: ([\s\S]*?);\s*(?:\n|$)/.exec(`${statement.trimEnd()}\n`);
    const name = match?.[1];
    if (match === null || name === undefined) return [];
    const type = statement.slice(statement.indexOf(": ") + 2);
    return [[name, { type, optional: match[2] === "?" || /\| undefined>?\s*>?;?\s*$/.test(type) }]];
  });
  return new Map(found);
}

function between(text: string, start: RegExp, end: string): string {
  const from = start.exec(text);
  if (from === null) return "";
  const rest = text.slice(from.index + from[0].length);
  return rest.slice(0, rest.indexOf(end));
}

function read(module: string, kind: string): Declared {
  const file = join(sdkFolder(), `${module.replace(/^index\//, "")}.d.ts`);
  if (!existsSync(file)) return NOTHING;
  const text = readFileSync(file, "utf8");
  const title = kind.charAt(0).toUpperCase() + kind.slice(1);
  const result = between(text, new RegExp(`export interface ${title}Result \\{`), "\n}");
  return {
    inputs: members(between(text, new RegExp(`export interface ${title}Args \\{`), "\n}")),
    outputs: members(
      result === ""
        ? between(text, new RegExp(`export declare class ${kind} extends[^{]*\\{`), "\n    constructor(")
        : result,
    ),
  };
}

/** What the SDK declares under a token such as `aws:rds/instance:Instance`; nothing where it is not known there. */
export function declared(token: string): Declared {
  const known = cache.get(token);
  if (known !== undefined) return known;
  const [, module = "", kind = ""] = token.split(":");
  const result = read(module, kind);
  cache.set(token, result);
  return result;
}
