/** What a command is given of the world; nothing else of it may be touched. */
export interface Context extends World {
  /** Says on stderr what was read and decided, where `--verbose` asks for it. */
  detail(line: string): void;
}

/** The world as the process has it. */
export interface World {
  /** Results only. */
  readonly stdout: Output;
  /** Progress and diagnostics; with `--quiet` nothing of it is shown. */
  readonly stderr: Output;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

export interface Output {
  write(text: string): void;
  /** True where a person looks at it directly. */
  readonly isTerminal: boolean;
  /** Width in characters; 80 where there is no terminal. */
  readonly columns: number;
  /** Whether to colour: decided by `--color`, `NO_COLOR`, `FORCE_COLOR`, then by the terminal. */
  readonly color: boolean;
}

/** One command, as a literal: what it takes, and what it does. */
export interface CommandDefinition {
  /** As typed; the file is `cli/commands/<name>.ts`. Its one-line summary stands in `cli/commands.ts`. */
  readonly name: string;
  readonly arguments?: readonly ArgumentDefinition[];
  readonly options: readonly OptionDefinition[];
  /** Shown under the options in `--help`. */
  readonly examples?: readonly string[];
  /** Gives the exit code. Expected failures are thrown as `ParityError`. */
  run(context: Context, input: Input): Promise<number>;
}

interface ArgumentDefinition {
  /** `<urn>` where it must be given, `[property]` where it may be, `[files...]` for several. */
  readonly syntax: string;
  readonly description: string;
}

export interface OptionDefinition {
  /** `--subject <stack>`, `--all`, `-s, --stack <stack>`. */
  readonly flags: string;
  readonly description: string;
  /** May be given several times; read it with `list`. */
  readonly repeatable?: true;
  readonly default?: string;
}

/** What was typed. Options are asked for by their long name without dashes: `text("fail-on")`. */
export interface Input {
  readonly arguments: readonly string[];
  /** Value of an option that takes one. */
  text(option: string): string | undefined;
  flag(option: string): boolean;
  /** All values of a repeatable option; values with commas are not split. */
  list(option: string): readonly string[];
}
