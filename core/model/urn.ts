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
  const stackEnd = urn.indexOf("::", PREFIX.length);
  const projectEnd = stackEnd < 0 ? -1 : urn.indexOf("::", stackEnd + 2);
  const typeEnd = projectEnd < 0 ? -1 : urn.indexOf("::", projectEnd + 2);
  if (typeEnd < 0) return undefined;
  const qualifiedType = urn.slice(projectEnd + 2, typeEnd);
  return {
    stack: urn.slice(PREFIX.length, stackEnd),
    project: urn.slice(stackEnd + 2, projectEnd),
    qualifiedType,
    type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1),
    name: urn.slice(typeEnd + 2),
  };
}

/** The URN without its stack: the same for both deployments of one program. */
export function urnWithoutStack(urn: string): string {
  return urn.slice(urn.indexOf("::") + 2);
}
