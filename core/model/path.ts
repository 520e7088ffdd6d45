/** A property path: keys and list indices from the resource's inputs inwards, and on into parsed documents. */
export type Path = readonly (string | number)[];

const PLAIN_KEY = /^[A-Za-z_$][A-Za-z0-9_$-]*$/;

/** Pulumi's own property-path syntax: `vpcConfig.subnetIds[0]`, `tags["kubernetes.io/cluster"]`. */
export function formatPath(path: Path): string {
  return path.map((step, at) => formatStep(step, at === 0)).join("");
}

/** The path that goes one step further in from a formatted one. */
export function appendStep(path: string, step: string | number): string {
  return path + formatStep(step, path === "");
}

/** The same for an element of a list that is known by a key of its own: `environment["LOG_LEVEL"]`. */
export function appendElement(path: string, key: string): string {
  return `${path}[${JSON.stringify(key)}]`;
}

function formatStep(step: string | number, first: boolean): string {
  if (typeof step === "number") return `[${String(step)}]`;
  if (PLAIN_KEY.test(step)) return first ? step : `.${step}`;
  return `[${JSON.stringify(step)}]`;
}
