import { readdirSync } from "node:fs";
import { join, parse, sep } from "node:path";
import { escapePattern } from "../../core/escape-pattern";

/** A document that fits a template, with what its placeholders stand for. */
export interface FoundDocument {
  readonly path: string;
  /** `{ stack: "staging" }` */
  readonly names: Readonly<Record<string, string>>;
}

/** Every file that a template with `{stack}` and such can mean, whichever stacks there are. */
export function findDocuments(template: string): readonly FoundDocument[] {
  const { root } = parse(template);
  const steps = template.slice(root.length).split(sep);
  return descend([{ path: root, names: {} }], steps);
}

function descend(found: readonly FoundDocument[], steps: readonly string[]): readonly FoundDocument[] {
  const [step, ...rest] = steps;
  if (step === undefined) return found;
  const next = found.flatMap((at) => fitting(at, step));
  return descend(next, rest);
}

function fitting(at: FoundDocument, step: string): readonly FoundDocument[] {
  const pattern = stepPattern(step, at.names);
  return entriesOf(at.path).flatMap((entry) => {
    const match = pattern.exec(entry);
    return match === null ? [] : [{ path: join(at.path, entry), names: { ...at.names, ...match.groups } }];
  });
}

/** A placeholder that comes again must stand for the same. */
function stepPattern(step: string, known: Readonly<Record<string, string>>): RegExp {
  const seen = new Set<string>();
  const source = step.split(/(\{[a-z]+\})/).map((part) => {
    const name = /^\{([a-z]+)\}$/.exec(part)?.[1];
    if (name === undefined) return escapePattern(part);
    const value = known[name];
    if (value !== undefined) return escapePattern(value);
    if (seen.has(name)) return `\\k<${name}>`;
    seen.add(name);
    return `(?<${name}>.+)`;
  });
  return new RegExp(`^${source.join("")}$`);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
