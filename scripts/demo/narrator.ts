import pc from "picocolors";
import { wentWell, type Outcome, type Scene } from "./scene";

/** What a preview says beside its list of resources starts at one of these lines. */
const SECTIONS = /^(Policies|Diagnostics):/m;

/** The part of the engine's output that is about policies, word for word, without the list of resources. */
export function verdictOf(output: string): string {
  const start = SECTIONS.exec(output);
  if (start === null) return output.trimEnd();
  const rest = output.slice(start.index);
  const end = /^(Outputs|Resources):/m.exec(rest);
  return (end === null ? rest : rest.slice(0, end.index)).trimEnd();
}

/** Tells the story, on stdout. */
export interface Narrator {
  say(text: string): void;
  open(scene: Scene, number: number, command: string): void;
  show(output: string): void;
  close(outcome: Outcome): void;
  table(outcomes: readonly Outcome[]): void;
}

function mark(outcome: Outcome): string {
  return wentWell(outcome) ? pc.green("as expected") : pc.red("NOT as expected");
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  │ ");
}

function row(outcome: Outcome, number: number, width: number): string {
  const { scene, happened, seconds } = outcome;
  const cells = [
    String(number).padStart(2),
    scene.title.padEnd(width),
    scene.stack.padEnd(10),
    scene.expected.padEnd(8),
    happened.padEnd(8),
    `${seconds.toFixed(1).padStart(5)} s`,
  ];
  return `  ${cells.join("  ")}  ${wentWell(outcome) ? pc.green("✓") : pc.red("✗")}`;
}

/** A narrator that writes for a person; `full` shows outputs whole. */
export function narrator(write: (line: string) => void, full: boolean): Narrator {
  return {
    say: (text) => write(text),
    open: (scene, number, command) => {
      write(`\n${pc.bold(`${number}. ${scene.title}`)} ${pc.dim(`(${scene.stack})`)}`);
      write(`   ${scene.tell}`);
      for (const { file, from, to } of scene.edits)
        write(pc.dim(`   ${file}: ${JSON.stringify(from.trim())} becomes ${JSON.stringify(to.trim())}`));
      write(pc.dim(`   $ ${command}`));
    },
    show: (output) => write(indented(full ? output.trimEnd() : verdictOf(output))),
    close: (outcome) => {
      const missing = outcome.unsaid.map((text) => `     it does not say: ${text}`);
      write([`   ${outcome.happened}, ${mark(outcome)}`, ...missing].join("\n"));
    },
    table: (outcomes) => {
      const width = Math.max(...outcomes.map(({ scene }) => scene.title.length));
      write(`\n  ${pc.bold(`    ${"scene".padEnd(width)}  stack       expected  happened     time`)}`);
      for (const [index, outcome] of outcomes.entries()) write(row(outcome, index + 1, width));
    },
  };
}
