import type { Catalogue } from "../model/catalogue";
import type { Sides } from "../model/comparison";
import type { Resource } from "../model/resource";
import type { Value } from "../model/value";
import type { Symbolised } from "../symbolise/symbolise";
import type { Place } from "../symbolise/places";
import type { Label } from "../symbolise/canonical";
import type { Draft, Site } from "./draft";
import type { RangeMap } from "./ranges";
import type { SideTexts } from "./side-texts";

/** What every part of the comparison of values may ask. */
export interface Context {
  readonly catalogue: Catalogue;
  readonly symbolised: Sides<Symbolised>;
  readonly labels: Sides<Label>;
  /** The other side's counterpart of the resource at this index; undefined where it has none. */
  readonly counterpartOf: Sides<(resource: number) => Resource | undefined>;
  /** The same by URN. */
  readonly labelOfUrn: Sides<(urn: string) => string>;
  /** The resource that has this URN on one side, mostly the reference's, beside its counterpart; undefined where it has none. */
  readonly counterpartsOf: (urn: string, side?: keyof Sides<unknown>) => Sides<Resource> | undefined;
  /** The resource that has this URN on that side. */
  readonly resourceAt: Sides<(urn: string) => Resource | undefined>;
  /** Whether some resource of that side lies in the one with this URN. */
  readonly hasChildren: Sides<(urn: string) => boolean>;
  readonly texts: Sides<SideTexts>;
  readonly ranges: RangeMap;
  /** Accounts, regions and declared texts that stand for each other. */
  readonly places: readonly Place[];
  /** Compares two values that are there; the one way by which maps, lists and documents go further in. */
  readonly compare: (subject: Value, reference: Value, site: Site) => readonly Draft[];
  /** Called for each place that is secret and so compared for presence only. */
  readonly onSecret: () => void;
}
