import { z } from "zod";
import { UsageError } from "../../core/errors";
import type { Layer } from "../../core/config/layer";
import { knobEntries, usualKnobs, type Knobs } from "../../core/knobs";
import type { ParityPolicy } from "../../core/policy";
import { schemaProblems } from "../../sources/parity-yaml/schema-problems";
import { isRawMap } from "../../sources/state/shape";
import type { PolicySettings } from "./messages";

/**
 * What policy configuration sets of single policies, as documents of parity.yaml's language, to stand above all files.
 * Throws UsageError with every value that cannot be meant: Pulumi checks them too, but not wherever it runs a pack.
 */
export function knobLayers(settings: PolicySettings, policies: readonly ParityPolicy[]): readonly Layer[] {
  const set = policies.flatMap((policy) => {
    const { name, knobs = usualKnobs } = policy;
    const given = ofSchema(settings.get(name)?.properties, knobs);
    return Object.keys(given).length === 0 ? [] : [{ name, knobs, given }];
  });
  const mistakes = set.flatMap(({ name, knobs, given }) => mistakesIn(name, knobs, given));
  if (mistakes.length > 0) throw new UsageError(mistakes.join("\n"));
  return set.map(({ name, knobs, given }) => toLayer(name, knobs, given));
}

/** What is not of the schema is reported apart, and without effect. */
function ofSchema(properties: unknown, { schema }: Knobs): Readonly<Record<string, unknown>> {
  if (!isRawMap(properties)) return {};
  return Object.fromEntries(Object.entries(properties).filter(([name]) => Object.hasOwn(schema, name)));
}

function mistakesIn(policy: string, { schema }: Knobs, given: Readonly<Record<string, unknown>>): readonly string[] {
  const { success, error } = z.fromJSONSchema({ type: "object", properties: { ...schema } }).safeParse(given);
  if (success) return [];
  const place = placeOf(policy);
  const problems = schemaProblems(error.issues, { data: given, position: () => place }, () => Object.keys(schema));
  return problems.map(({ message }) => `${place}: ${message}`);
}

function toLayer(policy: string, knobs: Knobs, given: Readonly<Record<string, unknown>>): Layer {
  const place = () => placeOf(policy);
  return {
    ...{ label: placeOf(policy), kind: "file", file: undefined, document: knobEntries(policy, knobs, given) },
    ...{ place, position: place, absolute: (path: string) => path, waivers: [] },
  };
}

function placeOf(policy: string): string {
  return `policy configuration of ${policy}`;
}
