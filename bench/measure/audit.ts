import { resolve } from "node:path";
import { ROOT } from "./pack";
import { runNode, type Exited } from "./process";
import type { PairOfFiles } from "../stacks/pair";

/** The command as it is installed. */
export const PARITY = resolve(ROOT, "dist/bin/parity.js");

/** Audits a pair in a process of its own, and throws where the report does not hold exactly what was changed. */
export async function auditPair(pair: PairOfFiles, flags: readonly string[] = []): Promise<Exited> {
  const sides = ["--subject", pair.subject, "--reference", pair.reference];
  const exited = await runNode([...flags, PARITY, "audit", ...sides, "--preset", "strict", "--format", "json"]);
  const found = countDivergences(exited.stdout);
  if (found !== pair.expected) throw new Error(`the audit found ${found} divergences, ${pair.expected} were made`);
  return exited;
}

/** The largest resident megabytes of such an audit; the process notes them itself when it ends. */
export async function peakOfAudit(pair: PairOfFiles): Promise<number> {
  const { stderr } = await auditPair(pair, ["--require", resolve(ROOT, "bench/measure/say-peak.cjs")]);
  const said = /^peak (\d+) kB$/m.exec(stderr)?.[1];
  if (said === undefined) throw new Error("the audit did not say what memory it took");
  return Number(said) / 1024;
}

function countDivergences(report: string): number {
  const parsed: unknown = JSON.parse(report);
  if (typeof parsed !== "object" || parsed === null || !("divergences" in parsed)) return -1;
  return Array.isArray(parsed.divergences) ? parsed.divergences.length : -1;
}

/** What reading the two files costs at the very least. */
export function parseOnly(pair: PairOfFiles): Promise<Exited> {
  const program = "for (const f of process.argv.slice(1)) JSON.parse(require('fs').readFileSync(f, 'utf8'))";
  return runNode(["-e", program, pair.subject, pair.reference]);
}
