import type { Sides } from "../../core/model/comparison";
import type { Resource } from "../../core/model/resource";
import { UNKNOWN } from "../../core/model/value";
import { EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";

/** Below this many rows a share says nothing; the volume of the table is what differs then. */
const TELLING_ROWS = 1000;

const STATISTICS = ["nullShare", "cardinality", "topShare"];
/** What masking changes, and has to. */
const VALUES = ["cardinality", "topShare"];

/**
 * Takes the statistics of columns out of both profiles where one side has too few rows for them, and makes what one
 * side could not read unknown instead of missing. Of a column that is declared masked only the nulls are compared.
 */
export function settleProfiles(sides: Sides<readonly Resource[]>): Sides<readonly Resource[]> {
  const small = new Set([...smallTables(sides.subject), ...smallTables(sides.reference)]);
  const unread = new Set([...unreadTables(sides.subject), ...unreadTables(sides.reference)]);
  const masked = new Set([...sides.subject, ...sides.reference].filter(isMasked).map(({ name }) => name));
  if (small.size === 0 && unread.size === 0 && masked.size === 0) return sides;
  const settle = (resource: Resource): Resource => settled(resource, small, unread, masked);
  return { subject: sides.subject.map(settle), reference: sides.reference.map(settle) };
}

function settled(
  resource: Resource,
  small: ReadonlySet<string>,
  unread: ReadonlySet<string>,
  masked: ReadonlySet<string>,
): Resource {
  if (resource.type === EVIDENCE_TYPES.table && unread.has(resource.name))
    return withInputs(resource, ["unread", "rows", "ageDays"], { rows: UNKNOWN });
  if (resource.type !== EVIDENCE_TYPES.column) return resource;
  const table = tableOf(resource.name);
  if (small.has(table) || unread.has(table)) return withInputs(resource, STATISTICS, {});
  return masked.has(resource.name) ? withInputs(resource, VALUES, {}) : resource;
}

function withInputs(resource: Resource, without: readonly string[], added: Resource["inputs"]): Resource {
  const kept = Object.entries(resource.inputs).filter(([key]) => !without.includes(key));
  return { ...resource, inputs: valueMap([...kept, ...Object.entries(added)]) };
}

function isMasked({ type, tags }: Resource): boolean {
  return type === EVIDENCE_TYPES.column && tags.masked === "true";
}

function smallTables(resources: readonly Resource[]): readonly string[] {
  const few = ({ inputs }: Resource): boolean => typeof inputs.rows === "number" && inputs.rows < TELLING_ROWS;
  return tables(resources)
    .filter(few)
    .map(({ name }) => name);
}

function unreadTables(resources: readonly Resource[]): readonly string[] {
  return tables(resources)
    .filter(({ inputs }) => inputs.unread !== undefined)
    .map(({ name }) => name);
}

function tables(resources: readonly Resource[]): readonly Resource[] {
  return resources.filter(({ type }) => type === EVIDENCE_TYPES.table);
}

/** `public.orders.total` → `public.orders`; quoted names may hold dots. */
function tableOf(column: string): string {
  return column.replace(/\.(?:"(?:[^"]|"")*"|[^".]+)$/, "");
}
