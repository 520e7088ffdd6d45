/** The parts of `urn:pulumi:<stack>::<project>::<parent types$type>::<name>`. The name may itself hold `::`. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** All types from the outermost parent to the resource's own, as in the URN. */
  readonly qualifiedType: string;
  readonly type: string;
  readonly name: string;
}

const PREFIX = "urn:pulumi:";

/** Undefined where the text is no URN. */
export function parseUrn(urn: string): UrnParts | undefined {
  if (!urn.startsWith(PREFIX)) return undefined;
  const [stack, project, qualifiedType, ...name] = urn.slice(PREFIX.length).split("::");
  if (stack === undefined || project === undefined || qualifiedType === undefined || name.length === 0)
    return undefined;
  const type = qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1);
  return { stack, project, qualifiedType, type, name: name.join("::") };
}

/** The URN without its stack: the same for both deployments of one program. */
export function urnWithoutStack(urn: string): string {
  return urn.slice(urn.indexOf("::") + 2);
}
