import { ReadError } from "../../core/errors";
import type { Resource } from "../../core/model/resource";
import type { EvidenceDocument, ReadingContext } from "../evidence/documents";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import { valueMap } from "../evidence/value-map";
import { inside, listAt, malformed, mapAt, member, textAt } from "../state/shape";
import type { Place, RawMap } from "../state/shape";
import { readTable } from "./read-table";
import { PROFILE_SCHEMA } from "./profile";

const ANY_VERSION = "parity-data-profile/";

/** True for a profile of any version. */
export function isDataProfile(document: RawMap): boolean {
  return typeof document.schema === "string" && document.schema.startsWith(ANY_VERSION);
}

/** One resource for the database, one a table, one a column. Throws ReadError. */
export function readDataProfile(document: RawMap, context: ReadingContext, source: string): EvidenceDocument {
  if (document.schema !== PROFILE_SCHEMA)
    throw new ReadError(
      `is a profile of a newer format (${String(document.schema)}); ${PROFILE_SCHEMA} is known here`,
      source,
    );
  const place = { source, path: "" };
  const tables = listAt(document, "tables", place).flatMap((table, index) =>
    readTable(table, inside(inside(place, "tables"), index), context),
  );
  return {
    resources: [databaseOf(document, context, place), ...tables],
    madeAt: textAt(document, "profiledAt", place),
  };
}

function databaseOf(document: RawMap, { owner }: ReadingContext, place: Place): Resource {
  const server = mapAt(document, "server", place);
  const here = inside(place, "server");
  if (server === undefined) throw malformed(here, "an object");
  if (server.kind !== "postgresql")
    throw new ReadError(`is a profile of ${String(server.kind)}; only PostgreSQL's can be compared`, place.source);
  const inputs = valueMap([
    ["engine", "postgresql"],
    ["engineVersion", textAt(server, "version", here) ?? null],
    ["settings", texts(server, "settings", here)],
    ["extensions", texts(server, "extensions", here)],
  ]);
  return evidenceResource(owner, EVIDENCE_TYPES.database, "database", inputs);
}

function texts(server: RawMap, key: string, place: Place) {
  const map = mapAt(server, key, place) ?? {};
  return valueMap(Object.keys(map).map((name) => [name, String(member(map, name))]));
}
