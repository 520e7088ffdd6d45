/** Runs the command and gives its exit code. Only the bin sets the process's exit. */
export function main(_args: readonly string[]): Promise<number> {
  return Promise.resolve(2);
}
