import { isDeepStrictEqual } from "node:util";
import { closest } from "fastest-levenshtein";
import { UsageError } from "../../core/errors";
import { isRawMap } from "../../sources/state/shape";
import { CONFIG_SCHEMA } from "./config-schema";
import type { PolicySettings } from "./messages";

/** parity.yaml as policy configuration gives it: a path, or the document itself. */
export interface ConfiguredParity {
  readonly file?: string;
  readonly document?: unknown;
}

/** The `config` of whichever policy has it. Throws UsageError where two differ. */
export function configuredParity(settings: PolicySettings): ConfiguredParity {
  const given = [...settings].flatMap(([policy, { properties }]) => {
    const config = isRawMap(properties) && Object.hasOwn(properties, "config") ? properties.config : undefined;
    return config === undefined || config === "" ? [] : [{ policy, config }];
  });
  const [first] = given;
  if (first === undefined) return {};
  const other = given.find(({ config }) => !isDeepStrictEqual(config, first.config));
  if (other !== undefined)
    throw new UsageError(
      `the policy configuration gives ${first.policy} and ${other.policy} different values of config; it holds for all policies, give it once`,
    );
  const { config } = first;
  return typeof config === "string" ? { file: config } : { document: config };
}

/** What stands in the policy configuration and means nothing: Pulumi itself lets it pass. One line each. */
export function strangeSettings(
  settings: PolicySettings,
  registered: readonly string[],
  ours: readonly string[],
): readonly string[] {
  const known = Object.keys(CONFIG_SCHEMA.properties);
  return [...settings].flatMap(([policy, { properties }]) => {
    if (!registered.includes(policy))
      return [`the policy configuration names ${policy}, which is no policy${suggestion(policy, registered)}`];
    if (!ours.includes(policy) || !isRawMap(properties)) return [];
    return Object.keys(properties)
      .filter((property) => !known.includes(property))
      .map(
        (property) =>
          `the policy configuration sets ${property} of ${policy}, which it does not know${suggestion(property, known)}`,
      );
  });
}

function suggestion(name: string, known: readonly string[]): string {
  return known.length === 0 ? "" : `; did you mean ${closest(name, known)}?`;
}
