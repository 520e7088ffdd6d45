import type { Finding } from "../model/finding";
import { CONFIGURATION_TYPE } from "../vocabulary";
import { lower } from "./levels";
import { NO_RULE } from "./verdict";

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

/**
 * A key of the stack configuration that no rule speaks of is judged by what it does: where everything that resources show
 * of its two values may be so, the key may too. Else whoever accepts a timeout would have to accept it twice.
 */
export function followEffects(findings: readonly Finding[]): readonly Finding[] {
  const effects = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { origin, type } = finding;
    if (type === CONFIGURATION_TYPE || origin?.from !== "configuration") continue;
    effects.set(origin.key, [...(effects.get(origin.key) ?? []), finding]);
  }
  return findings.map((finding) => {
    const [key, ...below] = finding.type === CONFIGURATION_TYPE ? (finding.path ?? []) : [];
    if (key === undefined || below.length > 0 || finding.verdict !== "beyond" || finding.rule !== NO_RULE)
      return finding;
    const [first, ...others] = effects.get(String(key)) ?? [];
    const allowed = first !== undefined && [first, ...others].every(isAllowed);
    return allowed ? { ...finding, verdict: "within", rule: first.rule } : finding;
  });
}

function isAllowed({ verdict }: Finding): boolean {
  return verdict === "within" || verdict === "waived";
}
