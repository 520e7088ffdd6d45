import type { DocumentKind } from "../model/catalogue";
import { appendElement, appendStep, type Path } from "../model/path";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import { nameOfPair } from "../model/named-value";
import type { Value } from "../model/value";

/** A difference inside one aligned resource, before anything is known of its cause, origin and history. */
export interface Draft {
  readonly kind: "changed" | "added" | "removed" | "shared";
  readonly path: Path;
  /** The same path as the catalogue is asked for it: `{ name, value }` pairs by their names. */
  readonly asked: Path;
  /** The same path with keyed elements by key, formatted. */
  readonly key: string;
  readonly subject: Value | undefined;
  readonly reference: Value | undefined;
  /** Why it cannot be known. */
  readonly undetermined?: string;
  /** True for elements of a set that were matched only because both are left over. */
  readonly unordered?: boolean;
}

/** How one step further in is written in a key: by what it means, or as the element that has this key of its own. */
type Meaning = string | number | { readonly element: () => string };

/** Where in a resource a comparison stands. Most places prove equal, so path and key are only written when asked for. */
export class Site {
  #path: Path | undefined;
  #asked: Path | undefined;
  #key: string | undefined;

  private constructor(
    readonly pair: Sides<Resource>,
    readonly type: string,
    /** The document that this place is part of, where the rules of one apply. */
    readonly within: DocumentKind | undefined,
    /** The property of the resource in which it lies. */
    readonly property: string,
    private readonly above: Site | undefined,
    private readonly step: string | number,
    private readonly meaning: Meaning,
    private readonly name: string | number,
  ) {}

  /** A resource as a whole. */
  static of(pair: Sides<Resource>): Site {
    return new Site(pair, pair.subject.type, undefined, "", undefined, "", "", "");
  }

  get path(): Path {
    return (this.#path ??= this.above === undefined ? [] : [...this.above.path, this.step]);
  }

  /** As the catalogue is asked for it: what stands in a `{ name, value }` pair is what the name says. */
  get asked(): Path {
    return (this.#asked ??= this.above === undefined ? [] : [...this.above.asked, this.name]);
  }

  /** Formatted, with keyed elements by key. */
  get key(): string {
    return (this.#key ??= this.above === undefined ? "" : written(this.above.key, this.meaning));
  }

  inside(step: string | number, meaning: Meaning, name = step): Site {
    const property = this.above === undefined ? String(step) : this.property;
    return new Site(this.pair, this.type, this.within, property, this, step, meaning, name);
  }

  /** The same place, read by the rules of such a document. */
  as(within: DocumentKind | undefined): Site {
    return new Site(this.pair, this.type, within, this.property, this.above, this.step, this.meaning, this.name);
  }
}

function written(above: string, meaning: Meaning): string {
  return typeof meaning === "object" ? appendElement(above, meaning.element()) : appendStep(above, meaning);
}

export const NOTHING: readonly Draft[] = [];

/** One step further in. A key of a map may be written otherwise in the key path: by what it means. */
export function inside(site: Site, step: string | number, meaning: string | number = step): Site {
  return site.inside(step, meaning);
}

/** To the element at a position of a list, which is known by a key of its own. */
export function element(site: Site, position: number, value: Value, key: () => string): Site {
  return site.inside(position, { element: key }, nameOfPair(value) ?? position);
}

/** To the element at a position of a list, which is known by its position. */
export function elementAt(site: Site, position: number, value: Value): Site {
  return site.inside(position, position, nameOfPair(value) ?? position);
}

export function changed(subject: Value, reference: Value, { path, asked, key }: Site): readonly Draft[] {
  return [{ kind: "changed", path, asked, key, subject, reference }];
}

export function added(subject: Value, { path, asked, key }: Site): Draft {
  return { kind: "added", path, asked, key, subject, reference: undefined };
}

export function removed(reference: Value, { path, asked, key }: Site): Draft {
  return { kind: "removed", path, asked, key, subject: undefined, reference };
}
