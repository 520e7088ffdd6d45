import type { Finding } from "../core/model/finding";
import { formatPath, type Path } from "../core/model/path";
import { Special, type Value } from "../core/model/value";
import type { DivergenceKind } from "../core/vocabulary";

/** How to mend each kind of divergence; `{name}`, `{property}` and `{value}` (the reference's) are filled in. */
export type Mends = Readonly<Record<DivergenceKind, string>>;

/** Where nothing more is to be said than that both sides should agree. */
export const ALIGN: Mends = {
  missing: "deploy {name} here too",
  extra: "remove {name}, or bring it to the reference",
  changed: "set {property} to {value}",
  added: "remove {property}, or set it in the reference too",
  removed: "set {property} to {value}",
  shared: "point {property} at this environment's own",
};

/** Gives a policy its `mend`: the texts of `ALIGN`, and where the policy knows better, its own. */
export function mendWith(own: Partial<Mends>): (finding: Finding) => string {
  const texts: Mends = { ...ALIGN, ...own };
  return (finding) => fill(texts[finding.kind], finding);
}

function fill(template: string, finding: Finding): string {
  const words: Readonly<Record<string, string>> = {
    name: (finding.reference ?? finding.subject)?.name ?? finding.symbolicName,
    property: finding.path === undefined ? "it" : spelled(finding.path),
    value: show(finding.values.reference),
  };
  return template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

/** A key of the stack configuration as `pulumi config set` takes it: `shop:dbClass`, not `["shop:dbClass"]`. */
function spelled(path: Path): string {
  return formatPath(path).replace(/^\["([^"\\]+)"\]/, "$1");
}

const LONGEST = 60;

function show(value: Value | undefined): string {
  if (value === undefined) return "what the reference has";
  if (value instanceof Special) return "the reference's";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length <= LONGEST && text !== "" ? text : "the reference's";
}
