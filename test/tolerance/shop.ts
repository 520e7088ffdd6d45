import { createCatalogue } from "../../catalogue";
import { adHocPair, completeSettings, type ParityConfig } from "../../core/config";
import { ParityError } from "../../core/errors";
import type { Finding } from "../../core/model/finding";
import type { Stack } from "../../core/model/stack";
import { walk } from "../../core/walk";
import { policies } from "../../policies/list";
import { loadParityConfig } from "../../sources/parity-yaml";
import { parseState } from "../../sources/state";

/** `type::name` → inputs. */
export type Sketch = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const NOW = new Date("2026-11-20T09:30:00Z");
export const catalogue = createCatalogue();

/** A stack with these resources, read as any export is. */
export function stackOf(stack: string, sketch: Sketch): Stack {
  return parseState(exportOf(stack, sketch), `${stack}.json`);
}

/** The text of its export. */
export function exportOf(stack: string, sketch: Sketch, project = "shop"): string {
  const root = `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
  const resources = Object.entries(sketch).map(([place, inputs]) => {
    const at = place.indexOf("::");
    const [type, name] = [place.slice(0, at), place.slice(at + 2)];
    const urn = `urn:pulumi:${stack}::${project}::${type}::${name}`;
    return { urn, custom: true, type, id: `${stack}-${name}`, inputs, outputs: inputs, parent: root };
  });
  const deployment = { resources: [{ urn: root, custom: false, type: "pulumi:pulumi:Stack" }, ...resources] };
  return JSON.stringify({ version: 3, deployment });
}

/** A document under which nothing is tolerated but what it says itself. */
export function strictly(yaml: string): ParityConfig {
  return loadParityConfig({ document: `extends: strict\n${yaml}`, from: ["/"] });
}

export interface Judgement {
  readonly subject: Sketch;
  readonly reference: Sketch;
  readonly before?: Sketch;
  readonly now?: Date;
}

export function judged(config: ParityConfig, { subject, reference, before, now = NOW }: Judgement): readonly Finding[] {
  const stacks = [stackOf("staging", subject), stackOf("production", reference)] as const;
  const identity = (stack: string) => ({ project: "shop", stack });
  const pair = adHocPair(config, identity("staging"), identity("production"));
  const last = before === undefined ? undefined : stackOf("staging", before);
  return walk(...stacks, completeSettings(pair, { catalogue, before: last }), policies, now).findings;
}

/** The findings about divergences, without what is said of waivers. */
export function verdicts(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ policy }) => policy !== "waiver-hygiene").map(({ verdict }) => verdict);
}

/** The message of the error that must be thrown. */
export function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ParityError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}
