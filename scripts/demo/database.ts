import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../engine";
import { startPostgres, whyNoPostgres } from "../postgres";
import type { TestDatabase } from "../postgres";

/** Orders in production's database; staging's masked copy; and what a developer typed in by hand. */
export const ORDERS = { production: 60_000, copied: 12_000, few: 12 } as const;
/** What staging's database holds in a scene. */
export type Filling = "copied" | "few";

/** Where the storefront's data profiles come from in the story. */
export interface Databases {
  /** Fills staging's database anew and profiles it into the working copy's evidence. */
  fillStaging(filling: Filling): Promise<void>;
  close(): Promise<void>;
}

/** Real databases where PostgreSQL is installed; else the profiles that were once taken of such ones, and it says so. */
export async function openDatabases(copy: string, say: (text: string) => void): Promise<Databases> {
  const why = whyNoPostgres();
  if (why !== undefined) {
    say(`The databases: recorded profiles stand for them. ${why}.`);
    return recordedDatabases(copy);
  }
  const server = await startPostgres();
  say("The databases: a PostgreSQL server in a temporary folder, profiled by `parity profile`.");
  await fill(server, "production", ORDERS.production, true);
  profile(server.url("production"), evidenceOf(copy, "production"));
  return {
    fillStaging: async (filling) => {
      await fill(server, "staging", ORDERS[filling], false);
      profile(server.url("staging"), evidenceOf(copy, "staging"));
    },
    close: () => server.stop(),
  };
}

function recordedDatabases(copy: string): Databases {
  const kept = { copied: evidenceOf(STOREFRONT, "staging"), few: FEW_ORDERS };
  return {
    fillStaging: (filling) => {
      cpSync(kept[filling], evidenceOf(copy, "staging"));
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
}

const STOREFRONT = join(PROJECT_ROOT, "examples", "storefront");
/** Beside the evidence and not among it: its stack would be another. */
const FEW_ORDERS = join(STOREFRONT, "evidence", "few-orders", "staging.data.json");

function evidenceOf(folder: string, stack: string): string {
  return join(folder, "evidence", `${stack}.data.json`);
}

async function fill(server: TestDatabase, name: string, orders: number, live: boolean): Promise<void> {
  await server.run(`DROP DATABASE IF EXISTS ${name}`);
  await server.run(`CREATE DATABASE ${name}`);
  await server.run(readFileSync(join(STOREFRONT, "evidence", "storefront.sql"), "utf8"), name);
  await server.run(`SELECT fill(${String(orders)}, ${String(live)})`, name);
  await server.run("ANALYZE", name);
}

function profile(url: string, out: string): void {
  const parity = join(PROJECT_ROOT, "dist", "bin", "parity.js");
  const { status, stderr } = spawnSync(process.execPath, [parity, "profile", url, "--out", out], { encoding: "utf8" });
  if (status !== 0) throw new Error(`parity profile: ${stderr}`);
}

/** Takes the profiles anew that are kept for where there is no PostgreSQL. */
export async function recordProfiles(): Promise<void> {
  const databases = await openDatabases(STOREFRONT, () => undefined);
  await databases.fillStaging("few");
  cpSync(evidenceOf(STOREFRONT, "staging"), FEW_ORDERS);
  await databases.fillStaging("copied");
  await databases.close();
}
