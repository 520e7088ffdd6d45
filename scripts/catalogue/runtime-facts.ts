import { documentedDefault } from "./documented-default";
import type { Member } from "./members";
import type { PackageFacts } from "./package-reader";

/** Too many nested properties for too few users: their defaults are not worth the loading. */
const VAST = /^aws:(quicksight|wafv2|lex|medialive|appmesh|bedrock\w*)\//;
const DEPTH = 2;

/** Defaults and secret marks by type, and types that have a newer name. */
export function runtimeFacts(packages: readonly PackageFacts[]): {
  defaults: Record<string, Record<string, string | number | boolean>>;
  secrets: Record<string, readonly string[]>;
  renames: Record<string, string>;
} {
  const [newest] = packages;
  if (newest === undefined) throw new Error("name the folder of an unpacked @pulumi/aws");
  const defaults = newest.resources
    .filter(({ token }) => !VAST.test(token))
    .map(({ token, members }) => [token, Object.fromEntries(defaultsOf(newest, members, "", 0))] as const);
  return {
    defaults: Object.fromEntries(defaults.filter(([, found]) => Object.keys(found).length > 0)),
    secrets: Object.fromEntries(
      newest.resources.filter(({ secrets }) => secrets.length > 0).map(({ token, secrets }) => [token, secrets]),
    ),
    renames: renamesOf(packages),
  };
}

function defaultsOf(
  source: PackageFacts,
  members: readonly Member[],
  prefix: string,
  depth: number,
): readonly (readonly [string, string | number | boolean])[] {
  return members.flatMap((member) => {
    const value = documentedDefault(member);
    const own = value === undefined ? [] : [[prefix + member.name, value] as const];
    const nested = /^@([\w.]+)/.exec(member.shape)?.[1];
    const below = nested === undefined || depth === DEPTH ? undefined : source.nested.get(nested);
    return below === undefined ? own : [...own, ...defaultsOf(source, below, `${prefix}${member.name}.`, depth + 1)];
  });
}

/** What the newest package says wins; a name that has itself become a target is no old one. */
function renamesOf(packages: readonly PackageFacts[]): Record<string, string> {
  const current = new Set(packages[0]?.resources.map(({ token }) => token));
  const renames = new Map<string, string>();
  const pairs = packages.flatMap(({ resources }) =>
    resources.flatMap(({ token, aliases }) => aliases.map((alias) => ({ token, alias }))),
  );
  for (const { token, alias } of pairs) {
    const targets = new Set(renames.values());
    if (current.has(token) && alias !== token && !renames.has(alias) && !renames.has(token) && !targets.has(alias))
      renames.set(alias, token);
  }
  return Object.fromEntries([...renames].sort(([a], [b]) => (a < b ? -1 : 1)));
}
