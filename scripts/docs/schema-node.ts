/** A part of a JSON Schema, as far as the reference page looks at it. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly prefixItems?: readonly SchemaNode[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** The node with what it refers to; what it says itself goes before. */
export function resolved(node: SchemaNode, root: SchemaNode): SchemaNode {
  const name = node.$ref?.replace("#/$defs/", "");
  const target = name === undefined ? undefined : root.$defs?.[name];
  if (target === undefined) return node;
  return { ...resolved(target, root), ...node };
}

/** What may stand there, in few words: `text or list of text`, `strict \| lax`. */
export function typeText(node: SchemaNode, root: SchemaNode): string {
  const { type, enum: values, anyOf, items, prefixItems, additionalProperties, format, ...rest } = resolved(node, root);
  if ("const" in rest) return code(rest.const);
  if (rest.properties !== undefined) return "object";
  if (values !== undefined) return values.map(code).join(", ");
  if (anyOf?.some((one) => resolved(one, root).const === 0) === true) return "time span";
  if (anyOf !== undefined) return [...new Set(anyOf.map((one) => typeText(one, root)))].join(" or ");
  if (prefixItems !== undefined) return `list of ${prefixItems.length}`;
  if (type === "array") return items === undefined ? "list" : `list of ${typeText(items, root)}`;
  if (type === "object" && typeof additionalProperties === "object")
    return `map to ${typeText(additionalProperties, root)}`;
  if (format === "date") return "day";
  return [type ?? "anything"]
    .flat()
    .map((one) => TYPES[one] ?? one)
    .join(" or ");
}

const TYPES: Readonly<Record<string, string>> = { string: "text", boolean: "true or false" };

function code(value: unknown): string {
  return `\`${String(value)}\``;
}

/** Every object that may stand at a place, with how its place goes on: `[]` in a list, `.NAME` in a map. */
export function objectsAt(
  node: SchemaNode,
  root: SchemaNode,
  place: string,
): readonly (readonly [string, SchemaNode])[] {
  const found = resolved(node, root);
  const { properties, items, anyOf, additionalProperties } = found;
  const below: (readonly [string, SchemaNode])[] = [];
  if (properties !== undefined) below.push([place, found]);
  if (items !== undefined) below.push(...objectsAt(items, root, `${place}[]`));
  if (typeof additionalProperties === "object" && properties === undefined)
    below.push(...objectsAt(additionalProperties, root, `${place}.NAME`));
  for (const one of anyOf ?? []) below.push(...objectsAt(one, root, place));
  return below;
}
