import { resourceName } from "../../core/report/label";
import type { ReportedDivergence } from "../../core/report/types";
import { clusters, type Cluster } from "../view/clusters";
import { broughtText, rootsOf } from "../view/roots";
import { ruleText } from "../view/rule";
import { sinceText } from "../view/since";
import { valueText } from "../view/difference";
import { code } from "./text";

/** Each divergence that follows from none of these as one item, with what it needs to be understood without the report. */
export function findingItems(divergences: readonly ReportedDivergence[]): readonly string[] {
  const { roots, brought } = rootsOf(divergences);
  return clusters(roots).map((cluster) => itemOf(cluster, broughtText(cluster, brought)));
}

function itemOf(cluster: Cluster, brings: string | undefined): string {
  const { first } = cluster;
  const { verdict, level, status, rule, id, mend, originKey, since } = first;
  const icon = iconOf(first);
  const facts = [
    verdict !== "beyond" ? verdict : level === "mandatory" ? "" : level,
    status === undefined || status === "existing" ? "" : status,
    originKey === undefined ? "" : `from configuration ${code(originKey)}`,
    brings === undefined ? "" : `brings ${code(brings)}`,
    since === undefined ? "" : `since ${code(sinceText(since))}`,
    rule === ruleText(rule) ? `rule ${code(rule)}` : ruleText(rule),
    ...(mend === undefined ? [] : [`mend: ${code(mend)}`]),
    ...(verdict === "beyond" && status !== "fixed" ? [`accept: ${code(`parity waive ${id}`)}`] : []),
  ].filter((fact) => fact !== "");
  return `- ${icon} ${ownerOf(cluster)}: ${differenceOf(first)}<br>${facts.join(" · ")}`;
}

function iconOf({ verdict, level, status }: ReportedDivergence): string {
  if (status === "fixed") return "✅";
  if (verdict !== "beyond") return "🔵";
  return level === "mandatory" ? "❌" : "⚠️";
}

function ownerOf({ first, all }: Cluster): string {
  if (all.length === 1) return `**${code(resourceName(first), 80)}** ${code(first.type, 80)}`;
  const named = all.slice(0, 3).map((one) => code(resourceName(one), 60));
  const more = all.length > named.length ? ` and ${all.length - named.length} more` : "";
  return `**${all.length} resources** (${named.join(", ")}${more})`;
}

function differenceOf({ kind, key, values }: ReportedDivergence): string {
  if (kind === "missing") return "missing, only the reference has it";
  if (kind === "extra") return "extra, the reference does not have it";
  const subject = kind === "removed" ? "nothing" : code(valueText(values.subject));
  const reference = kind === "added" ? "nothing" : code(valueText(values.reference));
  const property = key === null ? "their number" : code(key);
  if (kind === "shared") return `${property} is ${subject}, which is the reference's own`;
  return `${property} is ${subject}, the reference has ${reference}`;
}
