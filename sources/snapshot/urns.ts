/**
 * Within a snapshot, a URN of the stack's own is written without `urn:pulumi:<stack>::<project>::`: shorter, and the same
 * for both deployments of one program. Any other is written in full.
 */
export interface UrnSpelling {
  readonly shorten: (urn: string) => string;
  readonly lengthen: (urn: string) => string;
}

export function urnSpelling(project: string, stack: string): UrnSpelling {
  const prefix = `urn:pulumi:${stack}::${project}::`;
  return {
    shorten: (urn) => {
      const short = urn.startsWith(prefix) ? urn.slice(prefix.length) : urn;
      return short.startsWith("urn:") ? urn : short;
    },
    lengthen: (urn) => (urn.startsWith("urn:") ? urn : prefix + urn),
  };
}
