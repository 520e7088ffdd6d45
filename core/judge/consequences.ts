import type { Finding } from "../model/finding";
import { lower } from "./levels";

/** What only follows from another divergence is never held to be worse than that one. */
export function followCauses(findings: readonly Finding[]): readonly Finding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return findings.map((finding) => {
    const cause = rootOf(finding, byId);
    if (cause === undefined || finding.verdict !== "beyond") return finding;
    // That it has lasted too long is worse than the divergence itself may be.
    if (cause.verdict === "beyond" && finding.aged === true) return finding;
    if (cause.verdict === "beyond") return { ...finding, level: lower(finding.level, cause.level) };
    return { ...finding, verdict: cause.verdict, level: lower(finding.level, cause.level), rule: cause.rule };
  });
}

/** The first cause; a circle of causes has none. */
function rootOf(finding: Finding, byId: ReadonlyMap<string, Finding>): Finding | undefined {
  const seen = new Set([finding.id]);
  let root: Finding | undefined;
  let next = finding.causedBy;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    root = byId.get(next) ?? root;
    next = byId.get(next)?.causedBy;
  }
  return root;
}
