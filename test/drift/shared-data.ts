import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../../../shared/data");

/** Whether the real states are on this machine. */
export const hasSharedData = existsSync(ROOT);

/** Folders that hold a staging.json and a production.json. */
export function sharedPairs(): readonly { name: string; staging: string; production: string }[] {
  return ["pairs", "derived-pairs", "engine-pairs"].flatMap((group) => {
    const folder = join(ROOT, group);
    return list(folder).map((name) => ({
      name: `${group}/${name}`,
      staging: join(folder, name, "staging.json"),
      production: join(folder, name, "production.json"),
    }));
  });
}

/** Every shared state, odd ones too. */
export function sharedStates(): readonly string[] {
  const edge = join(ROOT, "states/edge");
  return [
    ...sharedPairs().flatMap(({ staging, production }) => [staging, production]),
    ...list(edge).map((file) => join(edge, file)),
  ];
}

function list(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
