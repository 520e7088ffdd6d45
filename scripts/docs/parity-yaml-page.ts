import { parityJsonSchema } from "../../sources/parity-yaml/json-schema";
import { objectsAt, resolved, typeText, type SchemaNode } from "./schema-node";

const HEAD = `# Every key of parity.yaml

Made from the schema that also checks the file (\`parity schema\` prints it). What the keys are for, with examples:
[parity.yaml](parity-yaml.md). A *time span* is \`90s\`, \`15m\`, \`12h\`, \`14d\`, \`2w\` or 0; where a list is taken, one entry may
stand alone.
`;

/** The text of docs/parity-yaml-reference.md: every key with what may stand there and what it means. */
export function parityYamlPage(): string {
  const root = JSON.parse(parityJsonSchema()) as SchemaNode;
  return [HEAD, ...sections("", root, root, new Set())].join("\n");
}

/** Places of keys without a word on what they mean; a test wants none. */
export function withoutDescription(): readonly string[] {
  return parityYamlPage()
    .split("\n")
    .filter((line) => /^\| `[^`]+`(?: \(needed\))? \|.*\|\s*\|$/.test(line));
}

/** A table for an object, then those of the objects in it. What a selector is stands once. */
function sections(place: string, node: SchemaNode, root: SchemaNode, told: Set<string>): readonly string[] {
  const properties = Object.entries(node.properties ?? {});
  const rows = properties.map(([key, value]) => row(key, value, root, node.required?.includes(key) === true));
  const { additionalProperties: others } = node;
  if (typeof others === "object") rows.push(`| any environment | ${shortened(typeText(others, root))} | what it has |`);
  const title = place === "" ? "At the top" : `\`${place}\``;
  const table = [`## ${title}`, "", "| key | takes | means |", "| --- | --- | --- |", ...rows, ""];
  const below = properties.flatMap(([key, value]) => {
    const found = objectsAt(value, root, place === "" ? key : `${place}.${key}`);
    return found.flatMap(([at, object]) => {
      const shape = JSON.stringify(Object.keys(object.properties ?? {}));
      if (told.has(shape)) return [];
      told.add(shape);
      return sections(at, object, root, told);
    });
  });
  return [...table, ...below];
}

function row(key: string, node: SchemaNode, root: SchemaNode, required: boolean): string {
  const { description = "" } = resolved(node, root);
  const takes = shortened(typeText(node, root));
  return `| \`${key}\`${required ? " (needed)" : ""} | ${takes} | ${description.replaceAll("|", "\\|")} |`;
}

/** One or a list of the same is said as the list. */
function shortened(type: string): string {
  const [one, many] = type.split(" or ");
  return one !== undefined && many === `list of ${one}` ? many : type;
}
