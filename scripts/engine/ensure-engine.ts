import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildEngine, ENGINE_VERSION } from "./build-engine";
import { engineCache } from "./cache-folder";
import { equip, PROJECT_ROOT } from "./equipment";
import { EngineUnavailable } from "./errors";
import { findProgram } from "./find-program";
import { streamProgress, type Progress } from "./progress";

/** A Pulumi engine that can run programs and packs written for Node. */
export interface Engine {
  /** The path of the `pulumi` executable. */
  readonly pulumi: string;
  /** Whether it is one that the user has installed, or ours. */
  readonly origin: "installed" | "built";
  /** The executable of our language host, where the engine has none of its own. */
  readonly languageHost: string | undefined;
}

const LANGUAGE_HOST = "pulumi-language-nodejs";

function ourLanguageHost(): string {
  return equip({
    executable: LANGUAGE_HOST,
    entry: join(PROJECT_ROOT, "scripts", "engine", "language-host", "main.ts"),
  });
}

/** An installed Pulumi is used as it is; our language host joins only where it came without one. */
function installed(pulumi: string): Engine {
  const beside = join(dirname(realpathSync(pulumi)), LANGUAGE_HOST);
  const hasHost = existsSync(beside) || findProgram(LANGUAGE_HOST) !== undefined;
  return { pulumi, origin: "installed", languageHost: hasHost ? undefined : ourLanguageHost() };
}

async function built(progress: Progress): Promise<Engine> {
  const folder = engineCache();
  const cached = join(folder, `v${ENGINE_VERSION}`, "pulumi");
  if (!existsSync(cached) && findProgram("go") === undefined)
    throw new EngineUnavailable(
      "There is no Pulumi CLI here and no Go to build one with: install Pulumi (https://www.pulumi.com/docs/install/) or Go 1.26 or later (https://go.dev/dl/).",
    );
  const pulumi = existsSync(cached) ? cached : await buildEngine(folder, progress);
  return { pulumi, origin: "built", languageHost: ourLanguageHost() };
}

/**
 * Finds the Pulumi engine: the one on PATH, else the one built before, else builds it (with Go, in minutes, once).
 * Throws EngineUnavailable where none can be had.
 */
export async function ensureEngine(progress: Progress = streamProgress()): Promise<Engine> {
  const onPath = findProgram("pulumi");
  return onPath === undefined ? built(progress) : installed(onPath);
}
