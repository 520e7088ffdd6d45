import type { ResolvedPair } from "../../core/config";
import { ParityError } from "../../core/errors";
import { joined, NOTHING, type Judgement } from "./judgement";
import { oneLine } from "./one-line";
import { overrideFor } from "./override";
import type { Violation } from "./violation";

/** What an override is asked for with. */
export interface Asking {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** What to do about a failure, for whoever waits for the preview. */
export function failureMessage(error: unknown): string {
  const line = oneLine(error);
  if (error instanceof ParityError) return line;
  return `${line}; report it, and until it is mended go on with PARITY_OVERRIDE, where override.environments in parity.yaml permits it`;
}

/**
 * Nothing could be judged for these pairs, and that rejects; an override that parity.yaml grants to all of them holds
 * here, too, and is recorded.
 */
export function rejected(message: string, pairs: readonly ResolvedPair[], { env, now }: Asking): Judgement {
  const overrides = pairs.map((pair) => overrideFor(pair, env, now));
  const lowered = overrides.length > 0 && overrides.every(({ granted }) => granted !== undefined);
  const violation: Violation = { message, severity: "high", ...(lowered && { enforcementLevel: "advisory" }) };
  return joined([{ ...NOTHING, shared: [violation] }, ...overrides.map(({ said }) => ({ ...NOTHING, ...said }))]);
}

/** A failure of one part is said in its place; it never takes the others along. */
export async function guarded(
  judge: () => Judgement | Promise<Judgement>,
  pairs: readonly ResolvedPair[],
  asking: Asking,
): Promise<Judgement> {
  try {
    return await judge();
  } catch (error) {
    return rejected(failureMessage(error), pairs, asking);
  }
}
