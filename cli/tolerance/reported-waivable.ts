import { nameOf } from "../../core/report/label";
import type { ReportedDivergence } from "../../core/report/types";
import { readPreviews } from "../../sources/previews";
import { projectNameFrom } from "../../sources/program";
import { cacheFolder } from "../../sources/reference";
import type { Context } from "../command";
import type { Waivable } from "./waiver-entry";

/** The divergences of the last judged previews of this folder's project: they need not be deployed to be accepted. */
export function previewedWaivables({ cwd, env }: Pick<Context, "cwd" | "env">): readonly Waivable[] {
  const project = projectNameFrom(cwd);
  if (project === undefined) return [];
  return readPreviews(cacheFolder(env), project).flatMap(({ environment, divergences }) =>
    divergences.map((divergence) => waivable(divergence, project, environment)),
  );
}

function waivable(divergence: ReportedDivergence, project: string, environment: string): Waivable {
  const { id, kind, type, subject, reference, key, values } = divergence;
  const urn = subject ?? reference ?? undefined;
  const both = [values.subject, values.reference] as const;
  const isNothing = key === null && both.every((value) => value === null);
  return {
    ...{ id, kind, type, project, environment },
    name: urn === undefined ? undefined : nameOf(urn),
    key: key ?? undefined,
    accepted: isNothing || both.some(isMark) ? undefined : both,
  };
}

/** What the report shows in place of what may not or cannot be shown. */
function isMark(value: unknown): boolean {
  return typeof value === "string" && /^\[(?:secret|unknown|asset|archive)\b.*\]$/.test(value);
}
