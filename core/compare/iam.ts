import { isList, isMap, type Value, type ValueMap } from "../model/value";

const AS_LISTS = new Set(["Action", "NotAction", "Resource", "NotResource"]);
const WITHOUT_CASE = new Set(["Action", "NotAction"]);

/** An IAM document as it is meant: statements as a list, single values as lists of one, actions without case, no `Sid`. */
export function normalPolicy(document: Value): Value {
  if (!isMap(document)) return document;
  const statements = document.Statement;
  if (statements === undefined) return document;
  return { ...document, Statement: asList(statements).map(normalStatement) };
}

function normalStatement(statement: Value): Value {
  if (!isMap(statement)) return statement;
  const entries = Object.keys(statement)
    .filter((key) => key !== "Sid")
    .map((key) => [key, normalEntry(key, statement[key] ?? null)] as const);
  return Object.fromEntries(entries);
}

function normalEntry(key: string, value: Value): Value {
  if (AS_LISTS.has(key)) return asList(value).map((item) => (WITHOUT_CASE.has(key) ? lower(item) : item));
  if (key === "Principal" || key === "NotPrincipal") return isMap(value) ? listsIn(value) : value;
  return key === "Condition" && isMap(value) ? mapValues(value, (test) => (isMap(test) ? listsIn(test) : test)) : value;
}

function listsIn(map: ValueMap): ValueMap {
  return mapValues(map, asList);
}

function mapValues(map: ValueMap, change: (value: Value) => Value): ValueMap {
  return Object.fromEntries(Object.keys(map).map((key) => [key, change(map[key] ?? null)] as const));
}

function asList(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

function lower(value: Value): Value {
  return typeof value === "string" ? value.toLowerCase() : value;
}
