import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** A PostgreSQL server of our own, in a temporary folder and on a free port; it ends with this process. */
export interface TestDatabase {
  /** URL of a database on it, as the superuser or as another user. */
  url(database?: string, user?: string): string;
  run(sql: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

/** Why none can be had here; undefined where one can. */
export function whyNoPostgres(): string | undefined {
  if (serverFolder() === undefined) return "PostgreSQL's server is not installed (apt-get install postgresql)";
  return isRoot() && owner() === undefined
    ? "PostgreSQL refuses to run as root, and there is no other user"
    : undefined;
}

export async function startPostgres(): Promise<TestDatabase> {
  const bin = serverFolder();
  if (bin === undefined) throw new Error(whyNoPostgres());
  const folder = mkdtempSync(join(tmpdir(), "parity-postgres-"));
  const as = owner() ?? {};
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const made = spawnSync(
    join(bin, "initdb"),
    ["-D", data, "-U", "parity", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    { ...as, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_wal_size=4GB"];
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), "-k", folder, ...settings], {
    ...as,
    cwd: folder,
    stdio: "ignore",
  });
  const url = (database = "postgres", user = "parity"): string =>
    `postgres://${user}@127.0.0.1:${String(port)}/${database}`;
  const abandon = (): void => {
    server.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", abandon);
  server.once("exit", () => process.off("exit", abandon));
  await untilReady(url());
  return {
    url,
    run: (sql, database) => runSql(url(database), sql),
    stop: () => stopServer(server, folder),
  };
}

export async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function serverFolder(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** PostgreSQL does not run as root: then as the user that its package made. */
function owner(): Pick<SpawnOptions, "uid" | "gid"> | undefined {
  if (!isRoot()) return {};
  const ids = ["-u", "-g"].map((which) => Number(spawnSync("id", [which, "postgres"], { encoding: "utf8" }).stdout));
  const [uid, gid] = ids;
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await runSql(url, "SELECT 1");
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("PostgreSQL did not start within ten seconds");
}

function stopServer(server: ChildProcess, folder: string): Promise<void> {
  return new Promise((resolve) => {
    server.once("exit", () => {
      rmSync(folder, { recursive: true, force: true });
      resolve();
    });
    server.kill("SIGQUIT");
  });
}
