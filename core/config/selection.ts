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
    ...(entry.tag !== undefined && { tag: entry.tag }),
  };
}

export function list<T>(oneOrMany: T | readonly T[]): readonly T[];
export function list(oneOrMany: unknown): readonly unknown[] {
  return Array.isArray(oneOrMany) ? (oneOrMany as readonly unknown[]) : [oneOrMany];
}
