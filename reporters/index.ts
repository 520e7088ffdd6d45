/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports -- `import()` stays one in CommonJS output and finds no .ts in tests */
import type { Reporter } from "./reporter";

export type { Reporter, ReporterOptions } from "./reporter";

export const FORMATS = ["terminal", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** Where each format's file goes, and the reporter behind it, loaded when it is used. */
export const reporters: Readonly<Record<Format, { readonly file: string; readonly load: () => Reporter }>> = {
  terminal: {
    file: "parity.txt",
    load: () => (require("./terminal") as typeof import("./terminal")).terminal,
  },
  json: { file: "parity.json", load: () => (require("./json") as typeof import("./json")).json },
};
