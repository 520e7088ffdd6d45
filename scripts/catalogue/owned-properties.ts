import { createCatalogue } from "../../catalogue";
import { listProperties } from "../../catalogue/listing";
import { mostUsed } from "../../catalogue/schema/most-used";
import type { PolicyName } from "../../core/vocabulary";

const TITLE = "## What it owns in AWS";
const INTRODUCTION =
  "Of the types that programs use most, what is not noise, by service; `parity catalogue TYPE` tells of any type, its " +
  "nested properties and the rules behind them. This list is generated from the catalogue.";

/** The section of a policy's page; undefined where the policy owns no property of the types that are used most. */
export function ownedSection(policy: PolicyName): string | undefined {
  const services = new Map<string, string[]>();
  for (const type of mostUsed) {
    const properties = ownedBy(policy, type);
    const [, service = "", name = ""] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(type) ?? [];
    if (properties.length > 0)
      services.set(service, [...(services.get(service) ?? []), `${name} ${properties.join(", ")}`]);
  }
  if (services.size === 0) return undefined;
  const lines = [...services]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([service, types]) => `- **${service}**: ${types.join("; ")}`);
  return [TITLE, "", INTRODUCTION, "", ...lines].join("\n");
}

function ownedBy(policy: PolicyName, type: string): readonly string[] {
  const listed = listProperties(createCatalogue(), type) ?? [];
  return listed
    .filter((property) => property.policy === policy && !property.noise && !property.property.includes("."))
    .map(({ property }) => `\`${property}\``);
}

/** The page with its generated section, which stands at the end, renewed. */
export function withSection(page: string, section: string | undefined): string {
  const at = page.indexOf(`\n${TITLE}\n`);
  const written = (at < 0 ? page : page.slice(0, at)).trimEnd();
  return section === undefined ? `${written}\n` : `${written}\n\n${section}\n`;
}
