/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/consistent-type-imports -- `import()` stays one in CommonJS output and finds no .ts in tests */
import type { Reporter } from "./reporter";

export type { Reporter, ReporterOptions } from "./reporter";

export const FORMATS = ["terminal", "json", "markdown", "html", "sarif", "junit"] as const;
export type Format = (typeof FORMATS)[number];

/** Where each format's file goes, and the reporter behind it, loaded when it is used. */
export const reporters: Readonly<Record<Format, { readonly file: string; readonly load: () => Reporter }>> = {
  terminal: {
    file: "parity.txt",
    load: () => (require("./terminal") as typeof import("./terminal")).terminal,
  },
  json: { file: "parity.json", load: () => (require("./json") as typeof import("./json")).json },
  markdown: { file: "parity.md", load: () => (require("./markdown") as typeof import("./markdown")).markdown },
  html: { file: "parity.html", load: () => (require("./html") as typeof import("./html")).html },
  sarif: { file: "parity.sarif", load: () => (require("./sarif") as typeof import("./sarif")).sarif },
  junit: { file: "parity.junit.xml", load: () => (require("./junit") as typeof import("./junit")).junit },
};
