import type { core } from "zod";
import type { Problem, Steps } from "../../core/config/layer";
import { suggestion } from "../../core/config/suggest";
import type { YamlDocument } from "./yaml-document";

type Issue = core.$ZodIssue;

/** What the schema found, in people's words, each with its place; `keysAt` tells which keys are known where. */
export function schemaProblems(
  issues: readonly Issue[],
  document: Pick<YamlDocument, "position" | "data">,
  keysAt: (path: Steps) => readonly string[],
): readonly Problem[] {
  const all = issues.flatMap((issue) => unfolded(issue, []));
  const known = all.some(({ issue }) => issue.code !== "custom") ? all.filter((one) => !follows(one, all)) : all;
  return known.flatMap(({ issue, path }) => described(issue, path, document, keysAt));
}

interface Placed {
  readonly issue: Issue;
  readonly path: Steps;
}

/** A union says what is wrong with each of its kinds; people want to know about the one they meant. */
function unfolded(issue: Issue, above: Steps): readonly Placed[] {
  const path = [...above, ...issue.path.filter((step) => typeof step !== "symbol")];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [{ issue, path }];
  const meant = issue.errors.find((branch) => !isOtherKind(branch));
  if (meant !== undefined) return meant.flatMap((one) => unfolded(one, path));
  const [wordy] = issue.errors
    .flat()
    .flatMap((one) => unfolded(one, path))
    .filter(({ issue: one }) => one.code === "invalid_value");
  return [wordy ?? { issue, path }];
}

/** True where a branch of a union was not meant at all: the value is of another kind than it takes. */
function isOtherKind(branch: readonly Issue[]): boolean {
  return branch.some((issue) => {
    if (issue.path.length > 0) return false;
    if (issue.code === "invalid_union") return issue.errors.every(isOtherKind);
    return issue.code === "invalid_type" || issue.code === "invalid_value";
  });
}

/** What is said of a whole object only because a key in it is misspelled, is said twice. */
function follows({ issue, path }: Placed, all: readonly Placed[]): boolean {
  return (
    issue.code === "custom" && all.some((other) => other.issue.code === "unrecognized_keys" && same(other.path, path))
  );
}

const same = (one: Steps, other: Steps) => one.length === other.length && one.every((step, at) => step === other[at]);

function described(
  issue: Issue,
  path: Steps,
  document: Pick<YamlDocument, "position" | "data">,
  keysAt: (path: Steps) => readonly string[],
): readonly Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      place: document.position([...path, key], "key"),
      message: `unknown key ${JSON.stringify(key)}${suggestion(key, keysAt(path))}`,
    }));
  const place = document.position(path, issue.code === "invalid_key" ? "key" : "value");
  return [{ place, message: sentence(issue, path, valueAt(document.data, path)) }];
}

function sentence(issue: Issue, path: Steps, value: unknown): string {
  const name = nameOf(path);
  const shown = show(value);
  if (value === undefined && issue.code !== "custom" && issue.code !== "invalid_key") return `${name} is missing`;
  switch (issue.code) {
    case "invalid_type":
      return `${name} is ${shown}, but should be ${article(issue.expected)}${quoting(issue.expected, value)}`;
    case "invalid_value": {
      const choices = issue.values.map(String);
      return `${name} is ${shown}${suggestion(String(value), choices) || `; it can be ${choices.join(", ")}`}`;
    }
    case "invalid_format":
      return `${name} is ${shown}; ${FORMATS[issue.format] ?? "it should be a time span such as 14d, or a plain name"}`;
    case "too_small":
      return `${name} is ${shown}, which is too little`;
    case "too_big":
      return `${name} is ${shown}, which is too much`;
    case "invalid_key":
      return `${name} is no name for an environment: letters, digits, - and _`;
    case "custom":
      return `${name}: ${issue.message}`;
    default:
      return `${name} is ${shown}, which cannot be meant here`;
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  date: "a day is written 2027-01-31",
};

function article(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: "text",
    array: "a list",
    object: "a map of keys",
    record: "a map of keys",
    boolean: "true or false",
    number: "a number",
    int: "a whole number",
    tuple: "a pair [subject, reference]",
  };
  return words[expected] ?? expected;
}

function quoting(expected: string, value: unknown): string {
  return expected === "string" && (typeof value === "number" || typeof value === "boolean") ? ": put it in quotes" : "";
}

function nameOf(path: Steps): string {
  const name = path.findLast((step) => typeof step === "string");
  const last = path.at(-1);
  if (name === undefined) return "the document";
  return typeof last === "number" ? `entry ${last + 1} of ${name}` : name;
}

const LONGEST = 60;

function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "a map of keys";
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return "nothing";
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function valueAt(data: unknown, path: Steps): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
