import { Command, CommanderError, Option } from "commander";
import { ParityError } from "../core/errors";
import type { CommandDefinition, Input, OptionDefinition, World } from "./command";
import { COMMON_OPTIONS, contextFor } from "./common-options";
import { commandSummaries, loadCommand } from "./commands";
import { plainLine } from "../core/report/plain";
import { packageVersion } from "../sources/package";

/** Runs the command and gives its exit code. Only the bin sets the process's exit. */
export async function main(args: readonly string[], context: World): Promise<number> {
  let code = 0;
  try {
    const program = frame(args, context, (exit) => (code = exit));
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return 2;
    }
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return failed(error, context);
  }
}

/** The command line as commander knows it; of the commands, only the one that is called gets loaded. */
function frame(args: readonly string[], context: World, done: (code: number) => void): Command {
  const program = new Command("parity")
    .description("Measures how far a Pulumi stack diverges from production.")
    .version(packageVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", EXIT_CODES)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
      outputError: (text, write) => write(`parity: ${oneLine(text)}\n`),
      getOutHelpWidth: () => context.stdout.columns,
      getOutHasColors: () => context.stdout.color,
      getErrHasColors: () => context.stderr.color,
    });
  const called = args[0] === "help" ? args[1] : args[0];
  for (const [name, summary] of Object.entries(commandSummaries)) {
    const command = program.command(name).summary(summary).description(sentence(summary));
    command.copyInheritedSettings(program);
    if (name === called) define(command, loadCommand(name), context, done);
  }
  return program;
}

const EXIT_CODES = `
Exit codes:
  0  nothing mandatory beyond tolerance
  1  something is
  2  a mistake in the command line or in parity.yaml
  3  something could not be read or judged
`;

function define(command: Command, definition: CommandDefinition, context: World, done: (code: number) => void): void {
  for (const { syntax, description } of definition.arguments ?? []) command.argument(syntax, description);
  for (const option of [...definition.options, ...COMMON_OPTIONS]) command.addOption(commanderOption(option));
  if (definition.examples !== undefined) {
    command.addHelpText("after", ["\nExamples:", ...definition.examples.map((line) => `  ${line}`), ""].join("\n"));
  }
  command.action(async () => {
    const options = command.opts<Record<string, unknown>>();
    done(await definition.run(contextFor(context, options), inputOf(command, options)));
  });
}

function commanderOption({ flags, description, repeatable, default: initial }: OptionDefinition): Option {
  const option = new Option(flags, description);
  if (initial !== undefined) option.default(initial);
  if (flags === "--no-color") option.default(undefined);
  if (repeatable === true)
    option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

function inputOf(command: Command, options: Readonly<Record<string, unknown>>): Input {
  const valueOf = (name: string) => options[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  return {
    arguments: command.args,
    text: (name) => {
      const value = valueOf(name);
      return typeof value === "string" ? value : undefined;
    },
    flag: (name) => valueOf(name) === true,
    list: (name) => {
      const value = valueOf(name);
      return Array.isArray(value) ? value.map(String) : [];
    },
  };
}

/** One line, whatever went wrong; a bug never looks like a verdict, and shows its stack to who asks for it. */
function failed(error: unknown, context: World): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof ParityError) {
    const place = error.place === undefined || error.message.includes(error.place) ? "" : `${plainLine(error.place)}: `;
    for (const line of `${place}${error.message}`.split("\n")) context.stderr.write(`parity: ${plainLine(line)}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  context.stderr.write(`parity: an unexpected failure, which is a bug of this tool: ${oneLine(message)}; ${WHERE}\n`);
  if (wantsStack(context.env) && error instanceof Error) context.stderr.write(`${error.stack ?? ""}\n`);
  return 3;
}

const WHERE = "PARITY_DEBUG=1 in the environment shows where; please report it";

function wantsStack({ PARITY_DEBUG: debug }: World["env"]): boolean {
  return debug !== undefined && debug !== "" && debug !== "0";
}

function oneLine(text: string): string {
  return plainLine(
    text
      .trim()
      .replace(/^error: /, "")
      .replace(/\s*\n\s*/g, " "),
  );
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
