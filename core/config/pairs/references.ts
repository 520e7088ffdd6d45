import { UsageError } from "../../errors";
import type { Environment } from "../entries";
import type { ParityConfig, StackIdentity } from "../types";
import { memberships, type Membership } from "./membership";
import { filled, fullName, sameStack, stackPattern, type Captures } from "./stack-pattern";

/** `each`: all of them are references. `oneOf`: only one of them is, and the first that is there. */
export interface References {
  readonly kind: "each" | "oneOf";
  readonly stacks: readonly StackIdentity[];
}

/** The stacks of an environment that a subject is judged against: of its project, where what both capture agrees. */
export function referencesOf(
  config: ParityConfig,
  { environment, captures }: Membership,
  subject: StackIdentity,
  target: string,
  known: readonly StackIdentity[],
): References {
  const reference = config.environments.find(({ name }) => name === target);
  if (reference === undefined) return { kind: "each", stacks: [] };
  const { against } = environment;
  if (against !== "all" && against !== "any") return { kind: "each", stacks: [namedStack(against, subject)] };
  const there = inReach(reference, subject, known).filter((stack) => !sameStack(stack, subject));
  const found = bestKnown(reference, captures, subject, there);
  if (found.length > 0) return { kind: "each", stacks: found };
  const derived = derivedFrom(reference, captures, subject);
  if (derived.length > 0) return { kind: "oneOf", stacks: derived };
  throw cannotTell(environment, reference, subject);
}

/** `stack` or `project/stack`, as `against` names it. */
function namedStack(name: string, subject: StackIdentity): StackIdentity {
  const [stack = name, project = subject.project, organization = subject.organization] = name.split("/").reverse();
  return { organization, project, stack };
}

/** Those whose captures agree, and of these the ones that agree in most. */
function bestKnown(
  reference: Environment,
  captures: Captures,
  subject: StackIdentity,
  known: readonly StackIdentity[],
): readonly StackIdentity[] {
  const ranked = known.flatMap((stack) => {
    const ranks = memberships(reference, stack)
      .filter(({ pattern, captures: theirs }) => sameProject(pattern.text, stack, subject) && agree(theirs, captures))
      .map(({ captures: theirs }) => sharedNames(theirs, captures) - unsharedNames(theirs, captures) / 100);
    return ranks.length === 0 ? [] : [{ stack, rank: Math.max(...ranks) }];
  });
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ stack }) => stack);
}

/** Those that may be of the reference's environment at all, so that not every stack of an organisation is matched with each other. */
function inReach(
  reference: Environment,
  { project }: StackIdentity,
  known: readonly StackIdentity[],
): readonly StackIdentity[] {
  return reference.stacks.some(namesProject) ? known : known.filter((stack) => stack.project === project);
}

/** A pattern that writes its project out means that one; otherwise the reference is of the subject's project. */
function sameProject(pattern: string, stack: StackIdentity, subject: StackIdentity): boolean {
  return stack.project === subject.project || namesProject(pattern);
}

function namesProject(pattern: string): boolean {
  return pattern.split("/").at(-2)?.includes("*") === false;
}

function agree(one: Captures, other: Captures): boolean {
  return Object.entries(one).every(
    ([name, value]) => other[name] === undefined || other[name].toLowerCase() === value.toLowerCase(),
  );
}

const sharedNames = (one: Captures, other: Captures) =>
  Object.keys(one).filter((name) => other[name] !== undefined).length;

/** What either captures and the other does not. */
const unsharedNames = (one: Captures, other: Captures) =>
  Object.keys({ ...one, ...other }).length - sharedNames(one, other);

/** Without a list of stacks: what the patterns name once the subject's captures stand in them. */
function derivedFrom(reference: Environment, captures: Captures, subject: StackIdentity): readonly StackIdentity[] {
  const patterns = reference.stacks.map(stackPattern);
  const most = Math.max(
    0,
    ...patterns.map((pattern) => (filled(pattern, captures, subject) ? pattern.captures.length : 0)),
  );
  return patterns
    .filter((pattern) => pattern.captures.length === most)
    .flatMap((pattern) => filled(pattern, captures, subject) ?? [])
    .filter((stack) => !sameStack(stack, subject));
}

function cannotTell(environment: Environment, reference: Environment, subject: StackIdentity): UsageError {
  return new UsageError(
    `which stack of ${reference.name} (${reference.stacks.join(", ")}) is the reference of ${fullName(subject)} cannot be ` +
      `told from its name; say \`against: <stack>\` in environment ${environment.name}, or give both the same captures`,
    environment.place,
  );
}
