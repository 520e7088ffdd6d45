import type { CommandDefinition } from "./command";

/** Every command with its one-line summary, in the order of `--help`. The files behind them are loaded one at a time. */
export const commandSummaries: Readonly<Record<string, string>> = {
  audit: "compare two stacks, or all that parity.yaml names, and report",
  explain: "how a resource was aligned, which rule decides about a property, and why",
  init: "learn a parity.yaml from what is deployed",
  doctor: "check that all is in place, and say what to do next",
  waive: "accept one divergence, with a reason, an owner and an expiry",
  snapshot: "write a stack as a redacted, diff-friendly reference file",
  history: "parity over time, from the backend's own update history",
  blame: "which update, commit and author began each divergence",
  profile: "a data profile of a PostgreSQL database, without a value leaving it",
  evidence: "check documents that are brought as evidence",
  catalogue: "which policy owns each property of a resource type",
  schema: "print a JSON Schema: of parity.yaml, of the report",
};

/** Loads the file of one command, which must be a key of `commandSummaries`. */
export function loadCommand(name: string): CommandDefinition {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- `import()` stays one in CommonJS output and finds no .ts in tests
  const loaded: unknown = require(`./commands/${name}`);
  const found = Object.values(Object(loaded) as Record<string, unknown>).find(isCommand);
  if (found?.name !== name) throw new Error(`cli/commands/${name} exports no command of that name`);
  return found;
}

function isCommand(value: unknown): value is CommandDefinition {
  return typeof value === "object" && value !== null && "name" in value && "options" in value && "run" in value;
}
