import type { Scoped } from "../entries";
import type { EvidenceSource, ParityConfig, ReferenceSource, StackIdentity } from "../types";
import { inProject } from "./scope";

/** Where this stack can be read as a reference, the templates filled in; by default the Pulumi CLI is asked. */
export function referenceSources(
  config: ParityConfig,
  stack: StackIdentity,
  environment: string,
): readonly ReferenceSource[] {
  const ownBackend = config.environments.find(({ name }) => name === environment)?.backend;
  const templates = config.reference.filter((entry) => inProject(entry, stack.project));
  if (templates.length === 0) return [{ kind: "stack", name: nameOf(STACK, stack, environment), backend: ownBackend }];
  return templates.map((template) =>
    template.kind === "stack"
      ? { kind: "stack", name: nameOf(template.name, stack, environment), backend: template.backend ?? ownBackend }
      : { kind: template.kind, path: pathOf(template.path, stack, environment) },
  );
}

const STACK = "{organization}/{project}/{stack}";

export function evidenceOf(config: ParityConfig, stack: StackIdentity, environment: string): readonly EvidenceSource[] {
  const fits = (entry: Scoped<unknown>) => inProject(entry, stack.project);
  return config.entries.evidence
    .filter(fits)
    .map((entry) => ({ ...entry, environment, path: pathOf(entry.path, stack, environment) }));
}

function nameOf(template: string, stack: StackIdentity, environment: string): string {
  const { organization } = stack;
  const known = organization === undefined ? template.replace("{organization}/", "") : template;
  return fill(known, stack, environment, (part) => part);
}

/** In a path, a name is one step: what would lead elsewhere is taken out of it. */
function pathOf(template: string, stack: StackIdentity, environment: string): string {
  return fill(template, stack, environment, (part) => part.replace(/[/\\\0]/g, "_").replace(/^\.+$/, "_"));
}

function fill(template: string, stack: StackIdentity, environment: string, safe: (part: string) => string): string {
  const words: Readonly<Record<string, string>> = {
    organization: stack.organization ?? "organization",
    project: stack.project,
    stack: stack.stack,
    environment,
  };
  return template.replace(/\{(organization|project|stack|environment)\}/g, (_, word: string) =>
    safe(words[word] ?? ""),
  );
}
