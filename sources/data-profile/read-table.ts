import type { Resource } from "../../core/model/resource";
import type { Value } from "../../core/model/value";
import type { ReadingContext } from "../evidence/documents";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";
import { inside, isRawMap, listAt, malformed, mapAt, member, textAt, textsAt } from "../state/shape";
import type { Place, Raw, RawMap } from "../state/shape";
import { isDeclared } from "./declared";
import { personalData } from "./formats";

/** One table and its columns. */
export function readTable(raw: Raw, place: Place, context: ReadingContext): readonly Resource[] {
  const table = objectAt(raw, place);
  const name = tableName(textAt(table, "schema", place), requiredText(table, "name", place));
  const columns = listAt(table, "columns", place).map((column, index) =>
    readColumn(column, inside(inside(place, "columns"), index), name, context),
  );
  return [evidenceResource(context.owner, EVIDENCE_TYPES.table, name, tableProperties(table, place)), ...columns];
}

function tableProperties(table: RawMap, place: Place) {
  const newest = mapAt(table, "newest", place);
  return valueMap([
    ["kind", requiredText(table, "kind", place)],
    ...optional("rows", numberAt(table, "rows", place)),
    ...optional("ageDays", newest && numberAt(newest, "ageDays", inside(place, "newest"))),
    ["constraints", textsAt(table, "constraints", place)],
    ["indexes", textsAt(table, "indexes", place)],
    ...optional("unread", textAt(table, "unread", place)),
  ]);
}

function readColumn(raw: Raw, place: Place, table: string, context: ReadingContext): Resource {
  const column = objectAt(raw, place);
  const name = requiredText(column, "name", place);
  const statistics = mapAt(column, "statistics", place);
  const here = inside(place, "statistics");
  const inputs = valueMap([
    ["type", requiredText(column, "type", place)],
    ["nullable", member(column, "nullable") === true],
    ["default", textAt(column, "default", place) ?? "none"],
    ...optional("nullShare", statistics && numberAt(statistics, "nullShare", here)),
    ...optional("cardinality", statistics && textAt(statistics, "cardinality", here)),
    ...optional("topShare", statistics && numberAt(statistics, "topShare", here)),
  ]);
  const resource = evidenceResource(context.owner, EVIDENCE_TYPES.column, `${table}.${quotedIfOdd(name)}`, inputs);
  const outputs = looksOf(name, statistics ?? {}, here);
  const { masked } = context;
  if (masked === undefined) return { ...resource, outputs };
  return { ...resource, outputs, tags: { masked: String(isDeclared(`${table}.${name}`, masked)) } };
}

/** What only the check of masking looks at: the formats and the spread of the values, and what they seem to be. */
function looksOf(column: string, statistics: RawMap, place: Place) {
  const formats = mapAt(statistics, "formats", place) ?? {};
  const shares = Object.keys(formats).map((format) => [format, numberAt(formats, format, place) ?? 0] as const);
  const personal = personalData(column, Object.fromEntries(shares));
  return valueMap([
    ["formats", valueMap(shares)],
    ["spread", textsAt(statistics, "spread", place)],
    ...optional("cardinality", textAt(statistics, "cardinality", place)),
    ...optional("personal", personal),
  ]);
}

/** `public.orders`; a name that SQL would have to quote is quoted, so that its dots are not taken for ours. */
function tableName(schema: string | undefined, name: string): string {
  return [schema ?? "public", name].map(quotedIfOdd).join(".");
}

function quotedIfOdd(name: string): string {
  return /^[\p{Ll}_][\p{Ll}\p{Nd}_$]*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function optional(key: string, value: Value | undefined): readonly (readonly [string, Value])[] {
  return value === undefined ? [] : [[key, value]];
}

function objectAt(raw: Raw, place: Place): RawMap {
  if (isRawMap(raw)) return raw;
  throw malformed(place, "an object");
}

function requiredText(map: RawMap, key: string, place: Place): string {
  const text = textAt(map, key, place);
  if (text === undefined) throw malformed(inside(place, key), "a text");
  return text;
}

function numberAt(map: RawMap, key: string, place: Place): number | undefined {
  const raw = member(map, key);
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw === "number") return raw;
  throw malformed(inside(place, key), "a number");
}
