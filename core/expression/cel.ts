import type * as Cel from "@marcbachmann/cel-js" with { "resolution-mode": "import" };
import type { CelValue } from "./cel-values";

type Library = typeof Cel;
type ASTNode = Cel.ASTNode;
type Environment = Cel.Environment;

/** Loaded by the first rule that holds an expression. */
function library(): Library {
  // eslint-disable-next-line @typescript-eslint/no-require-imports, @typescript-eslint/no-unsafe-return -- only who uses it pays for it
  return require("@marcbachmann/cel-js");
}

/** What an expression may name. */
export const CEL_VARIABLES = ["subject", "reference", "value", "resource", "environment"] as const;
export type CelScope = Readonly<Record<(typeof CEL_VARIABLES)[number], CelValue>>;

/** Throws Error where the expression cannot be worked out over these values. */
export type CelExpression = (scope: CelScope) => unknown;

const LIMITS = { maxAstNodes: 300, maxDepth: 40, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 10 };
/** Loops within loops take the product of their lengths. */
const MOST_NESTED_LOOPS = 2;
const LOOPS = new Set(["all", "exists", "exists_one", "existsOne", "map", "filter"]);

let environment: Environment | undefined;
const compiled = new Map<string, CelExpression>();

/** A condition in the Common Expression Language, bounded in size and time. Throws Error where it is none. */
export function cel(source: string): CelExpression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  environment ??= newEnvironment();
  const parsed = environment.parse(source);
  refuseUnbounded(parsed.ast, 0);
  const { valid, error } = parsed.check();
  if (!valid) throw error ?? new Error("it does not fit together");
  const expression: CelExpression = (scope) => parsed(scope) as unknown;
  compiled.set(source, expression);
  return expression;
}

/** What is wrong with an expression, or undefined. */
export function celMistake(source: string): string | undefined {
  try {
    cel(source);
    return undefined;
  } catch (error) {
    return firstLine(error);
  }
}

export function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

function newEnvironment(): Environment {
  const { Environment: Made } = library();
  const made = new Made({ limits: LIMITS });
  for (const name of CEL_VARIABLES) made.registerVariable(name, "dyn");
  return withMixedNumbers(made);
}

/** States hold `1.5` and `2` side by side; people expect to reckon with both. */
function withMixedNumbers(made: Environment): Environment {
  const reckon: Readonly<Record<string, (one: number, other: number) => number>> = {
    "+": (one, other) => one + other,
    "-": (one, other) => one - other,
    "*": (one, other) => one * other,
    "/": (one, other) => one / other,
  };
  for (const [operator, run] of Object.entries(reckon)) {
    made.registerOperator(`int ${operator} double`, (one: bigint, other: number) => run(Number(one), other));
    made.registerOperator(`double ${operator} int`, (one: number, other: bigint) => run(one, Number(other)));
  }
  return made;
}

function refuseUnbounded(node: ASTNode, loops: number): void {
  const name = node.op === "rcall" || node.op === "call" ? node.args[0] : undefined;
  if (name === "matches")
    throw new Error("matches is not to be had here, since it can take for ever; use allow: { pattern }");
  const within = name !== undefined && LOOPS.has(name) ? loops + 1 : loops;
  if (within > MOST_NESTED_LOOPS) throw new Error(`loops are nested more than ${MOST_NESTED_LOOPS} deep`);
  for (const child of children(node.args)) refuseUnbounded(child, within);
}

function children(args: unknown): readonly ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(children);
  return isNode(args) ? [args] : [];
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}
