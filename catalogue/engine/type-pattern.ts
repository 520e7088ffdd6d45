/** A glob over resource types (`aws:rds/*`, `kubernetes:*:Deployment`), compared without regard to case. */
export interface TypePattern {
  readonly source: string;
  readonly test: (type: string) => boolean;
  /** 0 any type, 1 a provider, 2 a module, 3 some types of it, 4 one type. */
  readonly rank: number;
}

const compiled = new Map<string, TypePattern>();

export function compileType(source: string): TypePattern {
  let pattern = compiled.get(source);
  if (pattern === undefined) compiled.set(source, (pattern = compile(source)));
  return pattern;
}

function compile(source: string): TypePattern {
  const lower = source.toLowerCase();
  if (!lower.includes("*"))
    return { source, test: (type) => type.length === lower.length && type.toLowerCase() === lower, rank: 4 };
  const body = lower.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  const glob = new RegExp(`^${body.join(".*")}$`, "i");
  return { source, test: (type) => glob.test(type), rank: rankOf(lower) };
}

function rankOf(glob: string): number {
  const kind = glob.slice(Math.max(glob.lastIndexOf(":"), glob.lastIndexOf("/")) + 1);
  if (kind.replaceAll("*", "") !== "") return 3;
  return glob.includes("/") ? 2 : glob === "*" ? 0 : 1;
}
