import { isList, isMap, type Value } from "../model/value";

const WITHOUT_CASE = new Set(["Action", "NotAction"]);

/** An IAM document as it is meant: actions without case, no `Sid`. A single statement stays one, and is a list of one. */
export function normalPolicy(document: Value): Value {
  if (!isMap(document)) return document;
  const statements = document.Statement;
  if (statements === undefined) return document;
  return { ...document, Statement: isList(statements) ? statements.map(normalStatement) : normalStatement(statements) };
}

function normalStatement(statement: Value): Value {
  if (!isMap(statement)) return statement;
  const entries = Object.keys(statement)
    .filter((key) => key !== "Sid")
    .map((key) => [key, normalEntry(key, statement[key] ?? null)] as const);
  return Object.fromEntries(entries);
}

function normalEntry(key: string, value: Value): Value {
  if (!WITHOUT_CASE.has(key)) return value;
  return isList(value) ? value.map(lower) : lower(value);
}

/** What IAM takes as a list of one. */
export function asList(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

function lower(value: Value): Value {
  return typeof value === "string" ? value.toLowerCase() : value;
}
