import { oneOf, TEXT_FORMATS } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";
import { doctorExitCode } from "../doctor/check";
import { examine } from "../doctor/examine";
import { doctorText } from "../doctor/text";

/** Checks everything that a preview or an audit needs, and says what to do next. */
export const doctorCommand: CommandDefinition = {
  name: "doctor",
  options: [
    { flags: "--config <file>", description: "this parity.yaml, instead of the one that is found" },
    { flags: "--all", description: "also the stacks of other projects" },
    { flags: "--format <name>", description: "terminal or json", default: "terminal" },
  ],
  examples: ["parity doctor", "parity doctor --all --format json"],
  run: doctor,
};

async function doctor(context: Context, input: Input): Promise<number> {
  const format = oneOf(input.text("format") ?? "terminal", TEXT_FORMATS, "--format");
  const checks = await examine(context, { config: input.text("config"), all: input.flag("all") });
  const exitCode = doctorExitCode(checks);
  const { stdout } = context;
  if (format === "json") {
    stdout.write(`${JSON.stringify({ schema: "parity-doctor/1", ready: exitCode === 0, checks }, null, 2)}\n`);
  } else stdout.write(doctorText(checks, stdout.color));
  return exitCode;
}
