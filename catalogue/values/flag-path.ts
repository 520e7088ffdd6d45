const FLAG_PATH = /(?:^|\/)(?:feature[-_]?flags?|flags?|features?|feature[-_]?toggles?|toggles?)\/(?<key>.+)$/i;

/** The flag's key in a path of parameters that has a step for flags: `/shop/flags/new-search`; undefined for any other. */
export function flagOfPath(path: unknown): string | undefined {
  return typeof path === "string" ? FLAG_PATH.exec(path)?.groups?.key : undefined;
}
