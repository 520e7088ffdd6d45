import { createCatalogue } from "../../catalogue";
import { explainProperty } from "../../catalogue/explain";
import { listProperties, listUsualProperties, type ListedProperty } from "../../catalogue/listing";
import { knownTypes } from "../../catalogue/schema/properties";
import { suggestion } from "../../core/config/suggest";
import { UsageError } from "../../core/errors";
import type { CatalogueRule, ListSemantics, PropertyFacts } from "../../core/model/catalogue";
import { parsePropertyPath } from "./path";

/** What was asked for: all properties of a type, or one. */
export interface Listing {
  readonly type: string;
  readonly properties: readonly ListedProperty[];
  readonly one: boolean;
  /** The type's own properties are not known: these are what programs usually set. */
  readonly usual: boolean;
}

/**
 * Properties of the type, or the one that was named; of a type that no package declares, the usual ones. Throws
 * UsageError for what is no type, or none of AWS.
 */
export function typeListing(type: string, property: string | undefined, own: readonly CatalogueRule[]): Listing {
  const catalogue = createCatalogue(own);
  if (property !== undefined) return { type, properties: [named(type, property, own)], one: true, usual: false };
  const properties = listProperties(catalogue, type);
  if (properties !== undefined) return { type, properties, one: false, usual: false };
  if (!/^[^:]+:[^:]*:[^:]+$/.test(type) || type.startsWith("aws:"))
    throw new UsageError(
      `${JSON.stringify(type)} is no type that is known${suggestion(type, knownTypes())}; types are spelled as in states: ` +
        "aws:rds/instance:Instance, kubernetes:apps/v1:Deployment",
    );
  return { type, properties: listUsualProperties(catalogue, type), one: false, usual: true };
}

function named(type: string, property: string, own: readonly CatalogueRule[]): ListedProperty {
  const listed = listProperties(createCatalogue(own), type)?.find((each) => each.property === property);
  if (listed !== undefined) return listed;
  const { facts } = explainProperty(own, type, parsePropertyPath(property));
  const { policy, valueClass, noise, rule, defaultValue } = facts;
  return { property, policy, kind: valueClass, noise, rule, default: defaultValue, values: [] };
}

/** A table with a line for each property. */
export function listingText({ type, properties, usual }: Listing, { columns }: { readonly columns: number }): string {
  const rows = properties.map((row) => [
    row.property,
    row.policy,
    row.noise ? `${row.kind}, noise` : row.kind,
    row.rule,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const fitting = lines.map((line) =>
    line.length > columns && columns > 80 ? `${line.slice(0, columns - 1)}…` : line,
  );
  const head = usual
    ? `${type}: no package declares its properties; these are usual ones. Name any other after the type.`
    : `${type}: ${properties.length} properties`;
  return `${head}\n\n${fitting.join("\n")}\n`;
}

/** All that is known of one property, and every rule that says so, the strongest first. */
export function propertyText({ type, properties }: Listing, own: readonly CatalogueRule[]): string {
  const [asked] = properties;
  if (asked === undefined) return "";
  const { facts, rules } = explainProperty(own, type, parsePropertyPath(asked.property));
  const said = rules.map(({ name, pattern, states }) => `  ${name} (${pattern}): ${states.join(", ")}`);
  const why = said.length === 0 ? ["  none: the general default"] : said;
  return [
    `${type} ${asked.property}`,
    ...factLines(facts, asked),
    "",
    "rules that speak of it, the strongest first:",
    ...why,
    "",
  ].join("\n");
}

function factLines(facts: PropertyFacts, { kind, values }: ListedProperty): readonly string[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["policy", facts.policy],
    ["kind", kind],
    ["values", values.length === 0 ? undefined : values.join(", ")],
    ["noise", facts.noise ? "yes: a difference means nothing" : "no"],
    ["secret", facts.secret ? "yes: never shown" : undefined],
    ["list", listText(facts.list)],
    ["default", facts.defaultValue === undefined ? undefined : JSON.stringify(facts.defaultValue)],
    ["read as", facts.document],
    [
      "weaker",
      facts.direction && ("ladder" in facts.direction ? facts.direction.ladder.join(" < ") : facts.direction.weaker),
    ],
    ["decided by", facts.rule],
  ];
  return lines.filter(([, text]) => text !== undefined).map(([name, text]) => `  ${name.padEnd(12)}${text ?? ""}`);
}

function listText(list: ListSemantics): string | undefined {
  if (list.kind === "ordered") return undefined;
  return list.kind === "set" ? "a set: order means nothing" : `elements align by ${list.keys.join(", else ")}`;
}
