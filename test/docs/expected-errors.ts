import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../..");
const ROOMS = ["cli", "core", "policies", "sources"];
const EXPECTED = /^(?:UsageError|ReadError|ParityError|PulumiCliError)$/;

/** Where an expected error is made, and its message with `…` for what differs from case to case. */
export interface ExpectedError {
  readonly file: string;
  readonly message: string;
}

/** Every message of an expected error that stands in the code; those that only pass on another's words have none. */
export function expectedErrors(): readonly ExpectedError[] {
  return ROOMS.flatMap((room) => sourcesIn(room)).flatMap((file) =>
    messagesIn(file)
      .filter((message) => /\p{L}{2}/u.test(message))
      .map((message) => ({ file, message })),
  );
}

function sourcesIn(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(room, name));
}

function messagesIn(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && EXPECTED.test(node.expression.getText())) found.push(messageOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The message is the first argument, of a failure of the CLI the second: the first is its kind. */
function messageOf({ expression, arguments: given = ts.factory.createNodeArray() }: ts.NewExpression): string {
  const message = given[expression.getText() === "PulumiCliError" ? 1 : 0];
  return message === undefined ? "" : textOf(message);
}

function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  return "…";
}
