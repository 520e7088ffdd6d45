import { changed, isJsonList, isJsonMap, parseJson, type Json, type JsonMap } from "../hostile/paths";
import { marker, type Marker } from "./markers";
import { MARKINGS, OCCURRENCES, type Planted } from "./places";

/** A state with secrets in it, and what must not be seen of it. */
export interface PlantedState {
  readonly text: string;
  readonly markers: readonly Marker[];
  /** Stands openly where the secrets stand again: what is compared at all must show it. */
  readonly canary: string;
}

/** Each way of marking a secret, with each place in which it stands again: in resources that the state has. */
export function plantedState(text: string, side: "s" | "r"): PlantedState {
  const document = parseJson(text);
  const markers: Marker[] = [];
  const canary = `canary-${side}-in-the-open`;
  const plants = Object.values(MARKINGS).flatMap((marking, row) =>
    Object.values(OCCURRENCES).map((occurrence, column) => {
      const secret = marker(side, markers.length, row + column);
      markers.push(secret);
      return { source: marking(secret.text), use: occurrence(secret.text) };
    }),
  );
  const planted = changed(document, ["deployment", "resources"], (resources) =>
    isJsonList(resources) ? [...resources, ...plants.flatMap((plant, at) => pairOf(plant, at, resources, canary))] : [],
  );
  return { text: JSON.stringify(planted), markers, canary };
}

/** The resource that owns a secret and the one that uses it: copies of real ones, under names of their own. */
function pairOf(
  { source, use }: { readonly source: Planted; readonly use: Planted },
  at: number,
  resources: readonly Json[],
  canary: string,
): readonly Json[] {
  const real = oneOfEachType(resources);
  const [owner, user] = [real[(2 * at) % real.length], real[(2 * at + 1) % real.length]];
  if (owner === undefined || user === undefined) return [];
  return [
    copyOf(owner, `owner-of-${String(at)}`, source),
    copyOf(user, `user-of-${String(at)}`, { ...use, inputs: { ...use.inputs, plantedCanary: canary } }),
  ];
}

/** In an order that both stacks of a program share, so that the copies of the two sides are counterparts. */
function oneOfEachType(resources: readonly Json[]): readonly JsonMap[] {
  const custom = resources.filter(isJsonMap).filter((resource) => resource.custom === true && !isProvider(resource));
  const byType = new Map(custom.map((resource) => [JSON.stringify(resource.type), resource]));
  return [...byType].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, resource]) => resource);
}

function isProvider({ type }: JsonMap): boolean {
  return typeof type === "string" && type.startsWith("pulumi:");
}

function copyOf(resource: JsonMap, name: string, { inputs, outputs, more }: Planted): Json {
  const urn = typeof resource.urn === "string" ? resource.urn : "";
  const own = { urn: `${urn.slice(0, urn.lastIndexOf("::"))}::${name}`, id: `${name}-id` };
  const map = (value: Json | undefined) => (isJsonMap(value) ? value : {});
  return {
    ...{ ...resource, ...own, dependencies: [], propertyDependencies: {}, ...more },
    inputs: { ...map(resource.inputs), ...inputs },
    outputs: { ...map(resource.outputs), ...inputs, ...outputs },
  };
}
