import type { DocumentKind } from "../model/catalogue";
import { appendElement, appendStep, type Path } from "../model/path";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";

/** A difference inside one aligned resource, before anything is known of its cause, origin and history. */
export interface Draft {
  readonly kind: "changed" | "added" | "removed" | "shared";
  readonly path: Path;
  /** The same path with keyed elements by key, formatted. */
  readonly key: string;
  readonly subject: Value | undefined;
  readonly reference: Value | undefined;
  /** Why it cannot be known. */
  readonly undetermined?: string;
  /** True for elements of a set that were matched only because both are left over. */
  readonly unordered?: boolean;
}

/** Where in a resource a comparison stands. */
export interface Site {
  readonly pair: Sides<Resource>;
  readonly type: string;
  readonly path: Path;
  /** Formatted, with keyed elements by key. */
  readonly key: string;
  /** The document that this place is part of, where the rules of one apply. */
  readonly within: DocumentKind | undefined;
}

export const NOTHING: readonly Draft[] = [];

/** One step further in. A key of a map may be written otherwise in the key path: by what it means. */
export function inside(site: Site, step: string | number, meaning: string | number = step): Site {
  return { ...site, path: [...site.path, step], key: appendStep(site.key, meaning) };
}

/** To the element at a position of a list, which is known by a key of its own. */
export function element(site: Site, position: number, key: string): Site {
  return { ...site, path: [...site.path, position], key: appendElement(site.key, key) };
}

export function changed(subject: Value, reference: Value, { path, key }: Site): readonly Draft[] {
  return [{ kind: "changed", path, key, subject, reference }];
}

export function added(subject: Value, { path, key }: Site): Draft {
  return { kind: "added", path, key, subject, reference: undefined };
}

export function removed(reference: Value, { path, key }: Site): Draft {
  return { kind: "removed", path, key, subject: undefined, reference };
}
