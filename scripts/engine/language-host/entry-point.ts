import { createRequire } from "node:module";
import { join } from "node:path";

/** The script of `@pulumi/pulumi` under this name, from the copy that a program, pack or plugin in `folder` has installed. */
export function entryPoint(folder: string, script: "run" | "run-policy-pack" | "run-plugin"): string {
  return createRequire(join(folder, "package.json")).resolve(`@pulumi/pulumi/cmd/${script}`);
}
