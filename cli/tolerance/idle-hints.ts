import type * as Properties from "../../catalogue/schema/properties";
import type { Selector } from "../../core/config/entries";
import { glob } from "../../core/config/globs";
import { suggestion } from "../../core/config/suggest";
import { isOfFile } from "../../core/judge/idle-rules";
import type { ToleranceRule } from "../../core/judge/options";
import type { Comparison, Sides } from "../../core/model/comparison";
import type { Stack } from "../../core/model/stack";
import { keySteps } from "../../core/model/key-path";

/** What is to be said of a rule that matched nothing: that, and where it can be told, that it never will. */
export function idleText({ name, select }: ToleranceRule, comparison: Comparison): string {
  const hint = typeHint(select, comparison) ?? propertyHint(select, comparison);
  return `the rule at ${name} matches nothing here${hint === undefined ? "" : `: ${hint}`}`;
}

/**
 * Rules of a team's own files that no stack could ever fit, whatever it holds, one line each. Only AWS is known so well;
 * of other providers the stacks would have to be read.
 */
export function neverMatching(rules: readonly ToleranceRule[]): readonly string[] {
  return rules.filter(isOfFile).flatMap(({ name, select }) => {
    const { on = [] } = select;
    if (on.length === 0 || !on.every((one) => one.startsWith("aws:"))) return [];
    const hint = typeHint(select, NO_STACKS) ?? propertyHint(select, NO_STACKS);
    return hint === undefined ? [] : [`the rule at ${name} can never match: ${hint}`];
  });
}

const NO_STACKS: Resources = { subject: { resources: [] }, reference: { resources: [] } };

/** What of a comparison hints come from. */
type Resources = Sides<Pick<Stack, "resources">>;

const OPEN = /[*?{}[\]()!+@]/;

/** Of AWS every type is known, of other providers what the two stacks have. */
function typeHint({ on = [] }: Selector, comparison: Resources): string | undefined {
  const patterns = on.map(typeOf);
  const [pattern = "*"] = patterns;
  if (on.length === 0 || typesFitting(patterns, comparison).length > 0) return undefined;
  const types = [...new Set([...typesIn(comparison), ...schema().knownTypes()])];
  const modules = [...new Set(types.map((type) => type.replace(/\/.*|$/, "/*")))];
  const meant = suggestion(pattern, pattern.endsWith("*") ? modules : types, 0.3);
  return pattern.startsWith("aws:") || meant !== ""
    ? `no type ${JSON.stringify(pattern)} is known${meant}`
    : `neither stack has a type ${JSON.stringify(pattern)}`;
}

/** A property is known by its first step; what stands below it may be free keys. */
function propertyHint({ on = [], property = [] }: Selector, comparison: Resources): string | undefined {
  const types = on.length === 0 ? typesIn(comparison) : typesFitting(on.map(typeOf), comparison);
  const [pattern] = property;
  const first = pattern === undefined ? undefined : keySteps(pattern)[0]?.text;
  if (first === undefined || OPEN.test(first)) return undefined;
  const names = new Set(types.flatMap((type) => propertiesOf(type, comparison)));
  if (names.size === 0 || property.some((one) => names.has(keySteps(one)[0]?.text ?? ""))) return undefined;
  const meant = suggestion(first, [...names], 0.3);
  const who = on.length === 0 ? "nothing here has a" : `${on.join(", ")} has no`;
  return `${who} property ${JSON.stringify(first)}${meant}`;
}

const typeOf = (on: string) => on.split("::")[0] ?? on;

function typesIn({ subject, reference }: Resources): readonly string[] {
  return [...new Set([...subject.resources, ...reference.resources].map(({ type }) => type))];
}

function typesFitting(patterns: readonly string[], comparison: Resources): readonly string[] {
  const matchers = patterns.map(glob);
  const fits = (type: string) => matchers.some((matches) => matches(type));
  const here = typesIn(comparison).filter(fits);
  return here.length > 0 ? here : schema().knownTypes().filter(fits);
}

function propertiesOf(type: string, { subject, reference }: Resources): readonly string[] {
  const known = schema().knownProperties(type) ?? [];
  const used = [...subject.resources, ...reference.resources].filter((resource) => resource.type === type);
  return [...known.flatMap(({ path }) => path.slice(0, 1)), ...used.flatMap(({ inputs }) => Object.keys(inputs))];
}

/** Large, and needed only where a rule is idle. */
function schema(): typeof Properties {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- only who has an idle rule pays for it
  return require("../../catalogue/schema/properties");
}
