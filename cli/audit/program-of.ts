import type { ParityConfig } from "../../core/config";
import { programFinder } from "../../sources/program";

/** The folder of a project's program; undefined where it cannot be found. */
export type ProgramOf = (project: string) => string | undefined;

/** Where parity.yaml says it, or else where it is found around the caller's folder. */
export function programsBy({ programDir }: Pick<ParityConfig, "programDir">, cwd: string): ProgramOf {
  return programDir === undefined ? programFinder(cwd) : () => programDir;
}
