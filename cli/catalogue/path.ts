import type { Path } from "../../core/model/path";

/** Reads `vpcConfig.subnetIds[0]` and `tags["kubernetes.io/cluster"]`; what a shell leaves of the quotes will do. */
export function parsePropertyPath(text: string): Path {
  const steps = [...text.matchAll(/\[(\d+)\]|\[["']?([^\]"']*)["']?\]|([^.[\]]+)/g)];
  return steps.map(([, index, key, name]) => (index === undefined ? (key ?? name ?? "") : Number(index)));
}
