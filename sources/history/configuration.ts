import type { StackIdentity } from "../../core/config";
import type { Stack } from "../../core/model/stack";
import { evidenceResource, EVIDENCE_TYPES } from "../evidence/resource";
import { parseConfiguration } from "../stack-configuration/parse";
import { isRawMap, member, type Raw, type RawMap } from "../state/shape";

/** The state with the stack configuration that its update ran with, where the backend recorded one. */
export function withRecordedConfiguration(state: Stack, record: RawMap | undefined, stack: StackIdentity): Stack {
  const config = record === undefined ? undefined : recordedConfig(record);
  if (config === undefined) return state;
  const project = { name: stack.project, defaults: new Map() };
  const inputs = parseConfiguration(JSON.stringify({ config }), state.source, project);
  const owner = { project: state.project, stack: state.name };
  const resource = evidenceResource(owner, EVIDENCE_TYPES.configuration, "configuration", inputs);
  return { ...state, resources: [...state.resources, resource] };
}

function recordedConfig(record: RawMap): Record<string, Raw> | undefined {
  const config = member(record, "config");
  if (!isRawMap(config)) return undefined;
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, plain(value)]));
}

/** Files have the value itself, the CLI prints `{ value, secret }`; objects it prints once more, as JSON. */
function plain(value: Raw): Raw {
  if (!isRawMap(value) || typeof member(value, "secret") !== "boolean") return value;
  if (member(value, "secret") === true) return { secure: "" };
  return member(value, "objectValue") ?? member(value, "value");
}
