import { UsageError } from "../../core/errors";
import type { ParityConfig } from "../../core/config";

/** Where parity.yaml is looked for. All paths are absolute, or relative to the process's folder. */
export interface ConfigRequest {
  /** A file that the caller names; it beats all that could be found. */
  readonly file?: string;
  /** The document itself, as YAML or JSON text or already parsed (policy configuration). */
  readonly document?: unknown;
  /** Folders to look upward from, in order: the calling folder, the pack's. */
  readonly from: readonly string[];
  /** Read for PARITY_CONFIG only, which beats everything else. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Finds, reads and checks parity.yaml with all that it extends; where there is none, gives the guess. Throws UsageError
 * with every mistake at once, one line each with file, line and column. Heavy: load this module only when it is needed.
 */
export function loadParityConfig(_request: ConfigRequest): ParityConfig {
  throw new UsageError("parity.yaml cannot be read yet");
}

/** A preset alone, as `--preset` asks for. Environments are guessed. */
export function presetConfig(_preset: string): ParityConfig {
  throw new UsageError("presets cannot be read yet");
}
