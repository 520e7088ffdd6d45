import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { z } from "zod";
import type { Divergence } from "../../core/model/comparison";
import { formatPath } from "../../core/model/path";

const truthSchema = z.strictObject({
  pair: z.string(),
  differences: z.array(
    z.strictObject({
      kind: z.enum(["missing", "extra", "changed", "added", "removed", "shared"]),
      /** Glob over `type::name`. */
      on: z.string(),
      /** Glob over the property; null for the resource as a whole. */
      property: z.string().nullable(),
      times: z.int().positive(),
      reason: z.string().min(10),
      /** What may be said or not: nobody can tell. */
      optional: z.boolean().optional(),
    }),
  ),
});

/** What truly differs in one recorded pair, each difference with the reason why it is one; reviewed by hand. */
export type Truth = z.infer<typeof truthSchema>;

const FOLDER = join(__dirname, "truth");

export function readTruths(): readonly Truth[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => truthSchema.parse(JSON.parse(readFileSync(join(FOLDER, file), "utf8"))));
}

export interface Verdict {
  readonly right: number;
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** Holds what was said against what is true. */
export function judgeTruth({ differences }: Pick<Truth, "differences">, divergences: readonly Divergence[]): Verdict {
  const left = new Set(divergences);
  const missed: string[] = [];
  let right = 0;
  for (const { kind, on, property, times, optional } of differences) {
    const matches = picomatch(on, { bash: true });
    const found = [...left].filter(
      (divergence) => divergence.kind === kind && matches(nameOf(divergence)) && isAt(divergence, property),
    );
    for (const divergence of found.slice(0, times)) left.delete(divergence);
    right += Math.min(found.length, times);
    if (optional !== true)
      for (let more = found.length; more < times; more += 1) missed.push(`${kind} ${on} ${property ?? ""}`);
  }
  return { right, missed, falseAlarms: [...left].map((one) => `${one.kind} ${nameOf(one)} ${propertyOf(one) ?? ""}`) };
}

function isAt(divergence: Divergence, property: string | null): boolean {
  const said = propertyOf(divergence);
  if (property === null || said === undefined) return property === null && said === undefined;
  return said === property || (property.endsWith("[*]") && said.startsWith(property.slice(0, -2)));
}

function propertyOf({ path }: Divergence): string | undefined {
  return path === undefined ? undefined : formatPath(path);
}

function nameOf({ type, subject, reference }: Divergence): string {
  return `${type}::${(subject ?? reference)?.name ?? ""}`;
}
