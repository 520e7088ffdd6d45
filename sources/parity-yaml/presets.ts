import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const PRESET = /^(?<name>[a-z][a-z-]*)@(?<version>\d+)(?<draft>\.draft)?\.yaml$/;
const ASKED = /^(?<name>[A-Za-z][A-Za-z-]*)(?:@(?<pin>\d+(?:\.\d+)?))?$/;

/** A preset's file, and the release that was pinned. */
export interface PresetFile {
  readonly name: string;
  readonly file: string;
  readonly pinned?: string;
}

/**
 * `standard` is the newest that is no draft, `standard@1` that major release as it first was, `standard@1.2` with its
 * minor releases.
 */
export function findPreset(asked: string): PresetFile | undefined {
  const { name, pin } = ASKED.exec(asked)?.groups ?? {};
  const versions = presets().filter((preset) => preset.name === name);
  const major = pin?.split(".")[0];
  const found =
    major === undefined
      ? versions.findLast(({ draft }) => !draft)
      : versions.find(({ version }) => version === Number(major));
  if (found === undefined) return undefined;
  return {
    name: found.name,
    file: found.file,
    ...(pin !== undefined && { pinned: pin.includes(".") ? pin : `${pin}.0` }),
  };
}

interface PresetVersion {
  readonly name: string;
  readonly version: number;
  /** Of the next major release: only who asks for it by its number gets it. */
  readonly draft: boolean;
  readonly file: string;
}

/** Every preset that there is, by name, older versions first. */
export function presets(): readonly PresetVersion[] {
  const folder = presetFolder(__dirname);
  return readdirSync(folder)
    .flatMap((file) => {
      const { name, version, draft } = PRESET.exec(file)?.groups ?? {};
      if (name === undefined) return [];
      return [{ name, version: Number(version), draft: draft !== undefined, file: join(folder, file) }];
    })
    .sort((one, other) => one.name.localeCompare(other.name) || one.version - other.version);
}

/** In the checkout and in the built package, the folder stands at different depths above this file. */
function presetFolder(from: string): string {
  const folder = join(from, "presets");
  if (existsSync(folder) || dirname(from) === from) return folder;
  return presetFolder(dirname(from));
}
