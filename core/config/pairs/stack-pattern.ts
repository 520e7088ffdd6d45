import picomatch from "picomatch";
import type { StackIdentity } from "../types";

/** A glob with captures over `project/stack`, or `organization/project/stack`, read once. */
export interface StackPattern {
  readonly text: string;
  /** Names of its captures, in order. */
  readonly captures: readonly string[];
  /** What the captures hold, where the stack fits. */
  match(stack: StackIdentity): Captures | undefined;
}

export type Captures = Readonly<Record<string, string>>;

const CAPTURE = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;
/** Stands for a capture while the rest is read as a glob; private use, so it is in no name. */
const MARK = "\uE000";

const read = new Map<string, StackPattern>();

/** Patterns are few and asked for often: each is read once. */
export function stackPattern(text: string): StackPattern {
  const known = read.get(text);
  if (known !== undefined) return known;
  const pattern = readPattern(text);
  read.set(text, pattern);
  return pattern;
}

function readPattern(text: string): StackPattern {
  const full = text.includes("/") ? text : `*/${text}`;
  const captures = [...full.matchAll(CAPTURE)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const glob = picomatch.makeRe(full.replace(CAPTURE, MARK), { nocase: true, dot: true });
  const regex = new RegExp(glob.source.replaceAll(MARK, "([^/]*?)"), "i");
  const withOrganization = full.split("/").length > 2;
  return {
    text,
    captures,
    match: (stack) => {
      const found = regex.exec(withOrganization ? fullName(stack) : `${stack.project}/${stack.stack}`);
      return found === null ? undefined : agreeing(captures, found.slice(1));
    },
  };
}

/** One name that stands twice must hold the same twice. */
function agreeing(names: readonly string[], values: readonly (string | undefined)[]): Captures | undefined {
  const held = new Map<string, string>();
  for (const [at, name] of names.entries()) {
    const value = values[at] ?? "";
    const before = held.get(name);
    if (before !== undefined && before.toLowerCase() !== value.toLowerCase()) return undefined;
    held.set(name, value);
  }
  return Object.fromEntries(held);
}

/** The stack that the pattern names once its captures are filled in; undefined where a wildcard is left. */
export function filled(pattern: StackPattern, captures: Captures, subject: StackIdentity): StackIdentity | undefined {
  if (pattern.captures.some((name) => captures[name] === undefined)) return undefined;
  const parts = pattern.text.replace(CAPTURE, (_, name: string) => captures[name] ?? "").split("/");
  const [stack, project, organization] = parts.reverse();
  const isOpen = (part: string | undefined) => part !== undefined && /[*?[\]{}!()|]/.test(part);
  if (stack === undefined || isOpen(stack)) return undefined;
  return {
    organization: isOpen(organization) ? subject.organization : (organization ?? subject.organization),
    project: isOpen(project) ? subject.project : (project ?? subject.project),
    stack,
  };
}

/** The words of a pattern's stack part that stand for the environment: `staging` in `*\/{line}staging-{chain}`. */
export function literalWords({ text }: StackPattern): readonly string[] {
  const stack = text.slice(text.lastIndexOf("/") + 1);
  return stack
    .replace(CAPTURE, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word.length > 2);
}

/** `organization/project/stack`; the organisation left out where it is not known. */
export function fullName({ organization, project, stack }: StackIdentity): string {
  return organization === undefined ? `${project}/${stack}` : `${organization}/${project}/${stack}`;
}

/** True where both name the same stack; an organisation that is not known fits any. */
export function sameStack(one: StackIdentity, other: StackIdentity): boolean {
  if (one.project !== other.project || one.stack !== other.stack) return false;
  return one.organization === undefined || other.organization === undefined || one.organization === other.organization;
}
