import { resolve } from "node:path";
import { ownRuleProblems } from "../../catalogue/own/problems";
import type { CatalogueRule } from "../../core/model/catalogue";
import { loadParityConfig } from "../../sources/parity-yaml";
import { listingText, propertyText, typeListing, type Listing } from "../catalogue/text";
import { oneOf, TEXT_FORMATS } from "../choice";
import type { CommandDefinition, Context, Input } from "../command";

/** Shows what is known of a resource type: which policy owns each property, its value class, and what is noise. */
export const catalogueCommand: CommandDefinition = {
  name: "catalogue",
  arguments: [
    { syntax: "<type>", description: "a resource type: aws:rds/instance:Instance" },
    { syntax: "[property]", description: "one property of it, with all rules that speak of it" },
  ],
  options: [
    { flags: "--config <file>", description: "take rules of your own from this parity.yaml" },
    { flags: "--format <name>", description: TEXT_FORMATS.join(", "), default: "terminal" },
  ],
  examples: [
    "parity catalogue aws:rds/instance:Instance",
    "parity catalogue aws:lambda/function:Function environment.variables.LOG_LEVEL",
    "parity catalogue aws:ecs/service:Service --format json",
  ],
  run: (context, input) => Promise.resolve(catalogue(context, input)),
};

function catalogue(context: Context, input: Input): number {
  const format = oneOf(input.text("format") ?? "terminal", TEXT_FORMATS, "--format");
  const [type = "", property] = input.arguments;
  const own = ownRules(context, input.text("config"));
  for (const problem of ownRuleProblems(own)) context.stderr.write(`parity: warning: ${problem}\n`);
  const listing = typeListing(type, property, own);
  context.stdout.write(format === "json" ? json(listing) : text(listing, own, context));
  return 0;
}

function ownRules({ cwd, env }: Context, config: string | undefined): readonly CatalogueRule[] {
  const file = config === undefined ? {} : { file: resolve(cwd, config) };
  return loadParityConfig({ from: [cwd], env, ...file }).catalogue;
}

function json({ properties }: Listing): string {
  const rows = properties.map(({ property, policy, kind, noise, rule }) => ({ property, policy, kind, noise, rule }));
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}

function text(listing: Listing, own: readonly CatalogueRule[], context: Context): string {
  return listing.one ? propertyText(listing, own) : listingText(listing, context.stdout);
}
