import { documentedValues } from "./documented-default";
import type { Member } from "./members";
import type { PackageFacts } from "./package-reader";

/** `name:shape` for each property, blanks between; listed values stand as `name:string(a|b)`. */
type Row = string;

/** All types and nested shapes with their properties. What only older packages have is added. */
export function propertyTables(packages: readonly PackageFacts[]): {
  types: Record<string, Row>;
  nested: Record<string, Row>;
} {
  const types = new Map<string, Map<string, string>>();
  const nested = new Map<string, Map<string, string>>();
  for (const { resources, nested: shapes } of packages) {
    for (const { token, members } of resources) add(types, token, members);
    for (const [name, members] of shapes) if (isInput(name)) add(nested, name, members);
  }
  shareEqualShapes(types, nested);
  const reached = reachable(types, nested);
  return { types: rows(types), nested: rows(new Map([...nested].filter(([name]) => reached.has(name)))) };
}

type Table = Map<string, Map<string, string>>;

/** Of nested shapes with the same properties one is kept: firewall statements and bots repeat theirs a hundredfold. */
function shareEqualShapes(types: Table, nested: Table): void {
  for (let changed = true; changed;) {
    const kept = new Map<string, string>();
    const replaced = new Map<string, string>();
    for (const [name, row] of nested) {
      const text = [...row].join(" ");
      const twin = kept.get(text);
      if (twin === undefined) kept.set(text, name);
      else replaced.set(name, twin);
    }
    for (const name of replaced.keys()) nested.delete(name);
    for (const table of [types, nested]) for (const row of table.values()) redirect(row, replaced);
    changed = replaced.size > 0;
  }
}

function redirect(row: Map<string, string>, replaced: ReadonlyMap<string, string>): void {
  for (const [property, shape] of row) {
    const to = replaced.get(/@([\w.]+)/.exec(shape)?.[1] ?? "");
    if (to !== undefined) row.set(property, shape.replace(/@[\w.]+/, `@${to}`));
  }
}

/** Arguments of look-up functions are no properties of resources. */
function isInput(name: string): boolean {
  return !/(^|\.)Get[A-Z]\w*Args$/.test(name);
}

function add(table: Table, key: string, members: readonly Member[]): void {
  let row = table.get(key);
  if (row === undefined) table.set(key, (row = new Map<string, string>()));
  for (const member of members) if (!row.has(member.name)) row.set(member.name, shapeWithValues(member));
}

const WORD = /^[\w.:-]+$/;

function shapeWithValues(member: Member): string {
  const values = documentedValues(member).filter((value) => WORD.test(value));
  return values.length > 1 && values.length <= 12 ? `${member.shape}(${values.join("|")})` : member.shape;
}

function reachable(types: Readonly<Table>, nested: Readonly<Table>): Set<string> {
  const reached = new Set<string>();
  const queue = [...types.values()];
  for (const row of queue)
    for (const shape of row.values()) {
      const name = /@([\w.]+)/.exec(shape)?.[1];
      const next = name === undefined ? undefined : nested.get(name);
      if (name === undefined || next === undefined || reached.has(name)) continue;
      reached.add(name);
      queue.push(next);
    }
  return reached;
}

function rows(table: Readonly<Table>): Record<string, Row> {
  const sorted = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, row]) => [key, [...row].map(([name, shape]) => `${name}:${SHORT[shape] ?? shape}`).join(" ")]),
  );
}

/** The commonest shapes take no more than a letter. */
const SHORT: Readonly<Record<string, string>> = {
  string: "s",
  number: "n",
  boolean: "b",
  "string[]": "s[]",
  "{string}": "{s}",
};
