import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { ReadError, UsageError } from "../../core/errors";
import { profileDatabase } from "../../sources/data-profile/postgres";
import type { Progress } from "../../sources/data-profile/postgres";
import type { CommandDefinition, Context, Input, Output } from "../command";

/** Profiles a PostgreSQL database: structure, counts, shares and classes, never a value. */
export const profileCommand: CommandDefinition = {
  name: "profile",
  arguments: [{ syntax: "[url]", description: "postgres://user@host:port/database; without it, DATABASE_URL" }],
  options: [
    { flags: "--out <file>", description: "write it there instead of to stdout" },
    { flags: "--sample <rows>", description: "rows to look at in each table", default: "2000" },
    { flags: "--exact", description: "count every row instead of taking the server's estimate" },
    { flags: "--time-limit <seconds>", description: "for the whole profile", default: "300" },
    { flags: "--statement-timeout <seconds>", description: "for one statement", default: "10" },
    { flags: "--connect-timeout <seconds>", description: "for connecting", default: "10" },
  ],
  examples: [
    "parity profile postgres://reader@db.internal/shop --out evidence/production.data.json",
    "DATABASE_URL=postgres://… parity profile --exact > staging.data.json",
  ],
  run: profile,
};

async function profile(context: Context, input: Input): Promise<number> {
  const url = input.arguments[0] ?? context.env.DATABASE_URL;
  if (url === undefined || url === "") throw new UsageError("give the URL of a database, or set DATABASE_URL");
  const options = {
    sample: positive(input, "sample"),
    exact: input.flag("exact"),
    totalMs: positive(input, "time-limit") * 1000,
    statementMs: positive(input, "statement-timeout") * 1000,
    connectMs: positive(input, "connect-timeout") * 1000,
  };
  const made = await profileDatabase(url, options, context.now, progressOn(context.stderr));
  for (const { schema, name, unread } of made.tables)
    if (unread !== undefined)
      context.stderr.write(`${schema}.${name}: ${unread}; only its structure is in the profile\n`);
  emit(`${JSON.stringify(made, null, 2)}\n`, input.text("out"), context);
  return 0;
}

function positive(input: Input, option: string): number {
  const value = Number(input.text(option));
  if (Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
  throw new UsageError(`--${option} must be a whole number above 0`);
}

function progressOn(stderr: Output): Progress {
  if (!stderr.isTerminal) return () => undefined;
  return (done, all) => stderr.write(`\r${String(done)} of ${String(all)} tables${done === all ? "\n" : ""}`);
}

function emit(text: string, file: string | undefined, { cwd, stdout }: Context): void {
  if (file === undefined) {
    stdout.write(text);
    return;
  }
  try {
    writeFileSync(resolve(cwd, file), text);
  } catch (error) {
    throw new ReadError(`cannot be written: ${error instanceof Error ? error.message : ""}`, file);
  }
}
