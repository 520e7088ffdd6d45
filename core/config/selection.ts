import type { Selector } from "./entries";
import type { SelectorEntry } from "./schema/document";

/** The selectors of an entry, each as a list. */
export function selection(entry: SelectorEntry): Selector {
  return {
    ...(entry.project !== undefined && { project: list(entry.project) }),
    ...(entry.environment !== undefined && { environment: list(entry.environment) }),
    ...(entry.on !== undefined && { on: list(entry.on) }),
    ...(entry.property !== undefined && { property: list(entry.property) }),
    ...(entry.policy !== undefined && { policy: list(entry.policy) }),
    ...(entry.class !== undefined && { class: list(entry.class) }),
    ...(entry.change !== undefined && { change: list(entry.change) }),
    ...(entry.component !== undefined && { component: list(entry.component) }),
    ...(entry.tag !== undefined && { tag: tags(entry.tag) }),
  };
}

/** `team` asks only for the key, `team=data*` also for its value. */
function tags(entry: NonNullable<SelectorEntry["tag"]>): NonNullable<Selector["tag"]> {
  if (typeof entry === "object" && !Array.isArray(entry)) return entry;
  return Object.fromEntries(
    list<string>(entry).map((text) => {
      const [key = text, ...value] = text.split("=");
      return [key, value.length === 0 ? "*" : value.join("=")] as const;
    }),
  );
}

export function list<T>(oneOrMany: T | readonly T[]): readonly T[];
export function list(oneOrMany: unknown): readonly unknown[] {
  return Array.isArray(oneOrMany) ? (oneOrMany as readonly unknown[]) : [oneOrMany];
}
