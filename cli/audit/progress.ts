import type { Output } from "../command";

/** Says how far a long work is, on a terminal only, on one line that it takes away again. */
export function progressOn(output: Output, what: string): { step(): void; end(): void } {
  let count = 0;
  const show = (text: string) => {
    if (output.isTerminal) output.write(`\r\u001b[K${text}`);
  };
  return {
    step: () => show(`${what}: ${++count}`),
    end: () => show(""),
  };
}
