import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../../core/errors";
import { suggestion } from "../../core/config/suggest";
import type { CommandDefinition, Context, Input } from "../command";

/** Prints a JSON Schema: of parity.yaml, of the report, of a snapshot. */
export const schemaCommand: CommandDefinition = {
  name: "schema",
  arguments: [
    { syntax: "[name]", description: "parity (for editors), report or snapshot; parity where none is named" },
  ],
  options: [],
  examples: ["parity schema > parity.schema.json", "parity schema report"],
  run: (context, input) => Promise.resolve(schema(context, input)),
};

function schema({ stdout }: Context, input: Input): number {
  const [name = "parity"] = input.arguments;
  const folder = schemaFolder(__dirname);
  const files = new Map(readdirSync(folder).map((file) => [file.replace(/(?:-\d+)?\.schema\.json$/, ""), file]));
  const file = files.get(name);
  if (file === undefined) {
    const names = [...files.keys()];
    throw new UsageError(`there is no schema ${JSON.stringify(name)}${suggestion(name, names)} (${names.join(", ")})`);
  }
  stdout.write(readFileSync(join(folder, file), "utf8"));
  return 0;
}

/** In the checkout and in the built package, the folder stands at different depths above this file. */
function schemaFolder(from: string): string {
  const folder = join(from, "schemas");
  return existsSync(folder) || dirname(from) === from ? folder : schemaFolder(dirname(from));
}
