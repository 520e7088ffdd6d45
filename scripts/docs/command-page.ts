import type { CommandDefinition } from "../../cli/command";
import { commandSummaries, loadCommand } from "../../cli/commands";
import { COMMON_OPTIONS } from "../../cli/common-options";

const HEAD = `# The command

\`npx parity COMMAND --help\` shows what stands here; this page is made from the same definitions.

Results go to stdout, progress and diagnostics to stderr. Exit codes, of every command:

| code | means |
| ---- | ----- |
| 0 | nothing mandatory beyond tolerance; for other commands: done |
| 1 | something is |
| 2 | a mistake in the command line or in parity.yaml |
| 3 | something could not be read or judged |

Every command takes:

${COMMON_OPTIONS.map(({ flags, description }) => `- \`${flags}\`: ${description}`).join("\n")}

Without \`--color\` and \`--no-color\` the variables \`NO_COLOR\` and \`FORCE_COLOR\`, and then the terminal decide. Unknown commands
and options are answered with what was probably meant.

Variables of the environment:

| variable | what it does |
| -------- | ------------ |
| \`PARITY_CONFIG\` | this parity.yaml, whatever else could be found; for pack and command |
| \`PARITY_REPORT\` | the pack writes every format of the report into this folder |
| \`PARITY_RECORD\` | the pack judges nothing and writes what the stack is about to be into this file: a plan |
| \`PARITY_OVERRIDE\` | \`"INC-1234: reason"\` makes a preview advisory where \`override\` in parity.yaml permits it |
| \`PARITY_DEBUG\` | \`1\` makes the command show the stack of a failure that is a bug |
`;

/** The text of docs/command.md: every command with its options and examples. */
export function commandPage(): string {
  return [HEAD, ...Object.entries(commandSummaries).map(([name, summary]) => section(loadCommand(name), summary))].join(
    "\n",
  );
}

function section({ name, arguments: given = [], options, examples = [] }: CommandDefinition, summary: string): string {
  return [
    `## ${name}`,
    "",
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    "",
    ...given.map(({ syntax, description }) => `- \`${syntax.replace(/[<>[\]]/g, "")}\`: ${description}`),
    ...options.map((option) => `- \`${option.flags}\`: ${option.description}${initial(option.default)}`),
    "",
    ...(examples.length === 0 ? [] : ["```sh", ...examples, "```", ""]),
  ].join("\n");
}

function initial(value: string | undefined): string {
  return value === undefined ? "" : ` (\`${value}\` where nothing is said)`;
}
