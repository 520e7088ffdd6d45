import { parsePurl } from "./purl";
import type { PackageIdentity } from "./purl";

/** What a bill of materials says of one component, in whichever format. */
export interface ListedComponent {
  readonly purl: string | undefined;
  /** `group/name`, for what has no purl. */
  readonly label: string;
  readonly version: string | undefined;
}

/** A component by identity, with every version in which it is there, in no order, each once. */
export interface Component {
  readonly name: string;
  readonly ecosystem: string;
  readonly versions: readonly string[];
}

/** Gathers the entries of one package: the same one is often found in several places and versions. */
export function gatherComponents(listed: readonly ListedComponent[]): readonly Component[] {
  const found = new Map<string, { ecosystem: string; versions: Set<string> }>();
  for (const entry of listed) {
    const { name, ecosystem, version } = identify(entry);
    const component = found.get(name) ?? { ecosystem, versions: new Set<string>() };
    if (version !== undefined) component.versions.add(version);
    found.set(name, component);
  }
  return [...found].map(([name, { ecosystem, versions }]) => ({ name, ecosystem, versions: [...versions] }));
}

function identify({ purl, label, version }: ListedComponent): PackageIdentity {
  const identity = purl === undefined ? undefined : parsePurl(purl);
  if (identity === undefined) return { name: `pkg:generic/${encodeURI(label)}`, ecosystem: "generic", version };
  return { ...identity, version: identity.version ?? version };
}
