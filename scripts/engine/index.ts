/**
 * A real Pulumi engine for tests and examples, with nothing of the user's touched:
 *
 *   const engine = await ensureEngine();                    // installed, built before, or built now (minutes, once)
 *   const workspace = createWorkspace(engine);              // own home and file backend, offline AWS provider
 *   await workspace.pulumi(["stack", "init", "staging"], { cwd: program });
 *   const { code, stdout, stderr } = await workspace.pulumi(["preview", "--policy-pack", pack], { cwd: program });
 *   workspace.dispose();
 *
 * `ensureEngine` throws EngineUnavailable where there is neither Pulumi nor Go.
 */
export type { Completed } from "./command";
export { ensureEngine, type Engine } from "./ensure-engine";
export { equip, PROJECT_ROOT } from "./equipment";
export { EngineUnavailable } from "./errors";
export type { Plugin } from "./plugin";
export { createWorkspace, type Workspace } from "./workspace";
