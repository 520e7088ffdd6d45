import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { packageFolder, packageVersion } from "../../sources/package";
import type { Context } from "../command";
import type { Check } from "./check";
import { isOlder } from "./older";

const OLDEST_NODE = "20.19.0";
const NAME = "pulumi-environment-parity";

/** Whether this package can do its work: the Node that runs it, and the pack that the project has. */
export function checkInstallation({ cwd }: Pick<Context, "cwd">): Check {
  const version = packageVersion();
  const node = process.versions.node;
  const about = `${NAME} ${version} on Node ${node}`;
  const check = "package";
  if (isOlder(node, OLDEST_NODE))
    return { check, state: "warning", message: about, next: `use Node ${OLDEST_NODE} or later` };
  const pack = installedPack(cwd);
  if (pack === undefined) return notInstalled(about);
  const theirs = packageVersion(pack);
  const shown = relative(cwd, pack) || ".";
  if (theirs !== version)
    return {
      check,
      state: "warning",
      message: `${about}, but previews here load ${theirs} from ${shown}`,
      next: "run the command as `npx parity`, or bring both to one version",
    };
  return { check, state: "ok", message: `${about}; pulumi preview --policy-pack ${shown}` };
}

function notInstalled(about: string): Check {
  if (!existsSync(join(packageFolder(), "dist/index.js")))
    return { check: "package", state: "warning", message: `${about}, not built`, next: "npm run build" };
  const next = `npm install --save-dev ${NAME}, or pass --policy-pack ${packageFolder()}`;
  return { check: "package", state: "warning", message: `${about}, not installed in this project`, next };
}

/** Where the project's own previews would find the pack, upward from here. */
function installedPack(from: string): string | undefined {
  const folder = join(from, "node_modules", NAME);
  if (existsSync(join(folder, "package.json"))) return folder;
  return dirname(from) === from ? undefined : installedPack(dirname(from));
}
