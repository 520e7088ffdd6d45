import * as ts from "typescript";

/** One property of an arguments interface, as the package's declaration gives it. */
export interface Member {
  readonly name: string;
  /** `string`, `number[]`, `{string}`, `@rds.ClusterScaling[]`; `any` where it is nothing of these. */
  readonly shape: string;
  readonly documentation: string;
  readonly deprecated: boolean;
}

/** The properties of an interface, in the order of the declaration. */
export function membersOf(declaration: ts.InterfaceDeclaration): readonly Member[] {
  return declaration.members.filter(ts.isPropertySignature).map((member) => ({
    name: member.name.getText().replaceAll(/^["']|["']$/g, ""),
    shape: shapeOf(member.type?.getText() ?? "any"),
    documentation: commentOf(member),
    deprecated: ts.getJSDocDeprecatedTag(member) !== undefined,
  }));
}

function commentOf(member: ts.PropertySignature): string {
  const [doc] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(doc?.comment) ?? "";
}

const INPUT = /^(?:pulumi\.)?Input<(.*)>$/s;

/** Reduces a TypeScript type of Pulumi's generated declarations to what a value of it looks like. */
export function shapeOf(type: string): string {
  const bare = type.replaceAll(/\s+/g, " ").trim();
  const input = INPUT.exec(bare)?.[1];
  if (input !== undefined && balanced(input)) return shapeOf(input);
  if (bare.endsWith("[]")) return `${shapeOf(bare.slice(0, -2))}[]`;
  const map = /^\{ ?\[key: string\]: (.*?);? ?\}$/.exec(bare)?.[1];
  if (map !== undefined) return `{${shapeOf(map)}}`;
  const nested = /^inputs\.([\w.]+)$/.exec(bare)?.[1];
  if (nested !== undefined) return `@${nested}`;
  return unionShape(bare);
}

function unionShape(type: string): string {
  const parts = splitUnion(type).filter((part) => part !== "undefined");
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && only !== type) return shapeOf(only);
  if (/^(string|number|boolean)$/.test(type)) return type;
  if (/Asset|Archive/.test(type)) return "asset";
  return parts.includes("string") || type.startsWith("enums.") ? "string" : "any";
}

function splitUnion(type: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < type.length; at++) {
    if ("<{[(".includes(type.charAt(at))) depth++;
    else if (">}])".includes(type.charAt(at))) depth--;
    else if (type[at] === "|" && depth === 0) {
      parts.push(type.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, type.slice(start).trim()];
}

function balanced(type: string): boolean {
  let depth = 0;
  for (const character of type) {
    if (character === "<") depth++;
    if (character === ">" && --depth < 0) return false;
  }
  return depth === 0;
}
