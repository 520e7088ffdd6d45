/** Tells a person what takes long; always on stderr. */
export interface Progress {
  /** Says a line that stays. */
  tell(line: string): void;
  /** Says how far something is, in the place of what it said before. */
  show(state: string): void;
  /** Ends what `show` was saying. */
  done(): void;
}

/** Without a terminal a state is repeated at most this often (ms), so that a log stays readable. */
const LOG_INTERVAL = 15_000;

/** Progress on a stream: one line that changes on a terminal, a line now and then in a log. */
export function streamProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let shown = 0;
  const isTerminal = stream.isTTY;
  return {
    tell: (line) => void stream.write(`${line}\n`),
    show: (state) => {
      if (isTerminal) stream.write(`\r\u001B[2K  ${state}`);
      else if (Date.now() - shown > LOG_INTERVAL) {
        shown = Date.now();
        stream.write(`  ${state}\n`);
      }
    },
    done: () => {
      if (isTerminal) stream.write("\r\u001B[2K");
    },
  };
}
