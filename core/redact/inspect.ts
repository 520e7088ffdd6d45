import { nameOfPair } from "../model/named-value";
import type { Resource } from "../model/resource";
import type { Stack } from "../model/stack";
import { Asset, isList, isMap, ResourceReference, type Value, type ValueMap } from "../model/value";
import { remembering } from "../remembering";
import { LONGEST_KEPT } from "./abridge";
import type { SecretContent } from "./candidates";
import { isOpenReference, isSecretName } from "./names";
import { looksDrawn } from "./random";
import { MIN_INSIDE } from "./search";
import { isSuspicious } from "./suspicion";

/** What one look at every text of a stack tells, before anything in it is concealed. */
export interface Inspection {
  /** Texts that stand openly under a secret's name, or look like one: they may stand elsewhere, too. */
  readonly secrets: readonly SecretContent[];
  /** Resources of which something may have to be concealed even where no secret is known. Of most nothing has to. */
  readonly suspicious: ReadonlySet<Resource>;
}

export function inspect({ resources, reads = [] }: Stack): Inspection {
  const secrets: SecretContent[] = [];
  const suspicious = new Set<Resource>();
  // A resource's URN stands again wherever another one names it, a key in every resource of its type.
  const isPlainUrn = remembering(isPlain);
  const isPlainKey = remembering(isPlain);
  const inspectResource = (resource: Resource): void => {
    const inspector = new Inspector(isPlainKey, secrets);
    inspector.visitMap(resource.inputs);
    inspector.visitMap(resource.outputs);
    if (!inspector.isPlain || !isPlainHead(resource, isPlainUrn)) suspicious.add(resource);
  };
  resources.forEach(inspectResource);
  reads.forEach(inspectResource);
  return { secrets, suspicious };
}

/** Looks through the properties of one resource. */
class Inspector {
  isPlain = true;

  constructor(
    private readonly isPlainKey: (key: string) => boolean,
    private readonly secrets: SecretContent[],
  ) {}

  visitMap(map: ValueMap): void {
    for (const key of Object.keys(map)) {
      if (this.isPlain) this.isPlain = this.isPlainKey(key);
      this.visit(map[key], key === "value" ? (nameOfPair(map) ?? key) : key);
    }
  }

  private visit(value: Value | undefined, name: string): void {
    if (typeof value === "string") this.visitText(value, name);
    else if (typeof value !== "object" || value === null) return;
    else if (isList(value)) for (const element of value) this.visit(element, name);
    else if (isMap(value)) this.visitMap(value);
    else if (value instanceof Asset || value instanceof ResourceReference) this.isPlain = false;
  }

  private visitText(text: string, name: string): void {
    const isNamed = isSecretName(name) && !isOpenReference(text);
    if (isNamed || looksDrawn(text, name)) {
      this.secrets.push({ content: [text], property: undefined });
      this.isPlain = false;
    } else if (this.isPlain) this.isPlain = isPlain(text);
  }
}

/** Whether nothing in a text is to be concealed as long as no secret is known. */
function isPlain(text: string): boolean {
  return text.length < MIN_INSIDE || (text.length <= LONGEST_KEPT && !isSuspicious(text));
}

/** Whether nothing is to be concealed in what a resource is called, refers to and is tagged with. */
function isPlainHead(resource: Resource, isPlainUrn: (urn: string) => boolean): boolean {
  const {
    urn,
    name,
    id = "",
    parent = "",
    provider = "",
    dependencies,
    propertyDependencies,
    aliases,
    tags,
  } = resource;
  return (
    [urn, parent, provider].every(isPlainUrn) &&
    [name, id].every(isPlain) &&
    aliases.every(isPlain) &&
    dependencies.every(isPlainUrn) &&
    [...propertyDependencies.values()].every((urns) => urns.every(isPlainUrn)) &&
    Object.keys(tags).every((key) => !isSecretName(key) && isPlain(key) && isPlain(tags[key] ?? ""))
  );
}
