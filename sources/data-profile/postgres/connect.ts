import type { Client } from "pg";
import { ReadError, UsageError } from "../../../core/errors";

/** What a profile may take of the database's and the caller's time. */
export interface Limits {
  /** For one statement, in milliseconds. */
  readonly statementMs: number;
  /** For connecting, in milliseconds. */
  readonly connectMs: number;
}

/** One connection with a read-only snapshot on it; `work` may only read. The connection is closed whatever happens. */
export async function inReadOnlySnapshot<T>(
  url: string,
  limits: Limits,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await connect(url, limits);
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(`SET LOCAL statement_timeout = ${String(limits.statementMs)}`);
    await client.query(`SET LOCAL lock_timeout = ${String(Math.min(limits.statementMs, 2000))}`);
    await client.query("SET LOCAL search_path = pg_catalog");
    return await work(client);
  } catch (error) {
    throw readable(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connect(url: string, limits: Limits): Promise<Client> {
  const { Client: PgClient } = await import("pg");
  const client = new PgClient({
    connectionString: checked(url),
    connectionTimeoutMillis: limits.connectMs,
    query_timeout: limits.statementMs + 5000,
    application_name: "parity profile",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw readable(error, url);
  }
}

function checked(url: string): string {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new UsageError("only PostgreSQL can be profiled: give postgres://user@host:port/database");
  return url;
}

/** The URL as it may be shown: no user, password or parameters. */
export function shownUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection was refused; is the server running there?",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name cannot be resolved",
  ETIMEDOUT: "no answer; is there a firewall between?",
  ECONNRESET: "the connection was cut",
  "28P01": "the password was refused",
  "28000": "the login was refused",
  "3D000": "there is no such database",
  "42501": "permission denied",
  "53300": "the server has too many connections",
  "57014": "a statement took too long; raise --statement-timeout",
  "57P03": "the server is starting up or shutting down",
};

/** The server's own messages may quote values, so only its codes are told. */
function readable(error: unknown, url: string): unknown {
  if (error instanceof ReadError || error instanceof UsageError) return error;
  if (!(error instanceof Error)) return error;
  const code = codeOf(error);
  if (code !== undefined) return new ReadError(REASONS[code] ?? `the database failed with code ${code}`, shownUrl(url));
  if (/timeout/i.test(error.message)) return new ReadError("the server did not answer in time", shownUrl(url));
  if (/terminated|ended|SASL|SSL|password/i.test(error.message))
    return new ReadError(`the connection failed: ${error.message}`, shownUrl(url));
  return error;
}

/** Node gathers the failures of a host with several addresses in one error. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : undefined;
}
