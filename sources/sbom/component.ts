import { parsePurl } from "./purl";
import type { PackageIdentity } from "./purl";
import { versionKey } from "./versions";

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
  /** The same for every spelling of its name. */
  readonly key: string;
  readonly ecosystem: string;
  readonly versions: readonly string[];
  readonly classifiers: readonly string[];
}

/** Gathers the entries of one package: the same one is often found in several places, versions and spellings. */
export function gatherComponents(listed: readonly ListedComponent[]): readonly Component[] {
  const found = new Map<string, Gathering>();
  for (const entry of listed) {
    const { name, key, ecosystem, version, classifier } = identify(entry);
    const component = found.get(key) ?? { name, key, ecosystem, versions: new Map(), classifiers: new Set() };
    if (version !== undefined) component.versions.set(versionKey(version), version);
    if (classifier !== undefined) component.classifiers.add(classifier);
    found.set(key, component);
  }
  return [...found.values()].map(({ versions, classifiers, ...identity }) => ({
    ...identity,
    versions: [...versions.values()],
    classifiers: [...classifiers].sort(),
  }));
}

interface Gathering extends Omit<Component, "versions" | "classifiers"> {
  readonly versions: Map<string, string>;
  readonly classifiers: Set<string>;
}

function identify({ purl, label, version }: ListedComponent): PackageIdentity {
  const identity = purl === undefined ? undefined : parsePurl(purl);
  if (identity !== undefined) return { ...identity, version: identity.version ?? version };
  const name = `pkg:generic/${label.split("/").map(encodeURIComponent).join("/")}`;
  return { name, key: parsePurl(name)?.key ?? name, ecosystem: "generic", version, classifier: undefined };
}
