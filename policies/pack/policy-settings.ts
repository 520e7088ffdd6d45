import { isDeepStrictEqual } from "node:util";
import { suggestion } from "../../core/config/suggest";
import { UsageError } from "../../core/errors";
import type { ParityPolicy } from "../../core/policy";
import { isRawMap } from "../../sources/state/shape";
import { configSchema } from "./config-schema";
import type { PolicySettings } from "./messages";
import { RECORD_INPUTS } from "./record-inputs";

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
  ours: readonly ParityPolicy[],
): readonly string[] {
  const known = new Map([
    [RECORD_INPUTS, configSchema()],
    ...ours.map((policy) => [policy.name, configSchema(policy)] as const),
  ]);
  return [...settings].flatMap(([policy, { properties }]) => {
    if (!registered.includes(policy))
      return [`the policy configuration names ${policy}, which is no policy${suggestion(policy, registered)}`];
    const schema = known.get(policy);
    if (schema === undefined || !isRawMap(properties)) return [];
    const names = Object.keys(schema.properties);
    return Object.keys(properties)
      .filter((property) => !names.includes(property))
      .map(
        (property) =>
          `the policy configuration sets ${property} of ${policy}, which it does not know${suggestion(property, names)}`,
      );
  });
}
