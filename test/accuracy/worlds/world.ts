import type { Truth } from "../truth";
import { App, type Place } from "./engine/app";

/** One program as one team wrote it, with what its two stacks set. */
export interface World<V = unknown> {
  readonly name: string;
  readonly subject: Place & { readonly values: V };
  readonly reference: Place & { readonly values: V };
  readonly program: (app: App, values: V) => void;
  /** From the program's point of view: what differs in meaning, at its place. */
  readonly differences: Truth["differences"];
}

/** Keeps the type of a world's settings between its sides and its program. */
export function world<V>(given: World<V>): RunnableWorld {
  const run = (side: World<V>["subject"]) => {
    const app = new App(side);
    given.program(app, side.values);
    return app.export();
  };
  return {
    name: given.name,
    differences: given.differences,
    subject: () => run(given.subject),
    reference: () => run(given.reference),
    preview: (isOpen) => run({ ...given.subject, isOpen }),
    environments: { subject: given.subject.stack, reference: given.reference.stack },
  };
}

export interface RunnableWorld {
  readonly name: string;
  readonly differences: Truth["differences"];
  readonly environments: { readonly subject: string; readonly reference: string };
  readonly subject: () => ReturnType<App["export"]>;
  readonly reference: () => ReturnType<App["export"]>;
  /** The subject as the engine shows it while these of its resources are not deployed yet. */
  readonly preview: (isOpen: (urn: string) => boolean) => ReturnType<App["export"]>;
}

type Kind = Truth["differences"][number]["kind"];

/** One line of truth: `changed("aws:rds/instance:Instance::*", "multiAz", "why")`. */
export function difference(
  kind: Kind,
  on: string,
  property: string | null,
  reason: string,
  times = 1,
): Truth["differences"][number] {
  return { kind, on, property, reason, times };
}
