import { PROFILE_SCHEMA } from "../profile";
import type { DataProfile, TableProfile } from "../profile";
import { inReadOnlySnapshot } from "./connect";
import type { Limits } from "./connect";
import { readServerStatistics } from "./statistics";
import { readStructure } from "./structure";
import { profileTable } from "./table";
import type { TableOptions } from "./table";

export interface ProfileOptions extends TableOptions, Limits {
  /** For the whole profile, in milliseconds; tables that are not reached have their structure only. */
  readonly totalMs: number;
}

/** Told after every table. */
export type Progress = (done: number, all: number, table: string) => void;

/**
 * Profiles a PostgreSQL database over one read-only connection, without a value leaving it. Throws ReadError where the
 * database cannot be reached; a table that cannot be read is said so in the profile.
 */
export function profileDatabase(
  url: string,
  options: ProfileOptions,
  now: Date,
  progress: Progress,
): Promise<DataProfile> {
  const deadline = performance.now() + options.totalMs;
  return inReadOnlySnapshot(url, options, async (client) => {
    const structure = await readStructure(client);
    const server = await readServerStatistics(client);
    const tables: TableProfile[] = [];
    for (const table of structure.tables) {
      const late = performance.now() > deadline;
      const reached = late ? { ...table, readable: false } : table;
      const profile = await profileTable(client, reached, structure, server, options);
      tables.push(late ? { ...profile, unread: "not reached in time" } : profile);
      progress(tables.length, structure.tables.length, `${table.schema}.${table.name}`);
    }
    return { schema: PROFILE_SCHEMA, profiledAt: now.toISOString(), server: structure.server, tables };
  });
}
