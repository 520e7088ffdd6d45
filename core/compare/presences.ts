import type { Ledger } from "../align/ledger";
import type { Divergence } from "../model/comparison";
import type { Resource } from "../model/resource";
import { parseUrn } from "../model/urn";
import type { Context } from "./context";
import type { Unpaired } from "./presence";

type Side = "subject" | "reference";

/** What is known of replicas that only one side has. */
export interface Replicas {
  /** Where both sides have some, with the one difference that counts them. */
  readonly counted: readonly { readonly divergence: Divergence; readonly replicas: readonly Unpaired[] }[];
  /** Where the other side has none: equal copies, family by family. */
  readonly copies: readonly (readonly Unpaired[])[];
}

/** The differences that say that a resource is on one side only, by that resource. */
export class Presences {
  readonly #byResource = new Map<Resource, Divergence>();
  readonly #alone: Pick<Unpaired, "side" | "resource">[] = [];
  readonly #members = new Map<Divergence, readonly Unpaired[]>();
  readonly #copyOf = new Map<Resource, Divergence>();
  #byName: ReadonlyMap<string, Divergence> | undefined;

  constructor(
    divergences: readonly Divergence[],
    { counted, copies }: Replicas,
    private readonly ledger: Ledger,
    private readonly context: Context,
  ) {
    for (const { divergence, replicas } of counted) this.#members.set(divergence, replicas);
    for (const divergence of divergences)
      if (divergence.path === undefined)
        for (const one of this.membersOf(divergence)) {
          this.#byResource.set(one.resource, divergence);
          this.#alone.push(one);
        }
    for (const [first, ...others] of copies) {
      const divergence = first && this.of(first.resource);
      if (divergence !== undefined) for (const { resource } of others) this.#copyOf.set(resource, divergence);
    }
  }

  get none(): boolean {
    return this.#byResource.size === 0;
  }

  of(resource: Resource): Divergence | undefined {
    return this.#byResource.get(resource);
  }

  /** Of a copy of a replica that is on one side only, the difference that says so of the first of its family. */
  ofFirstCopy({ subject, reference }: Divergence): Divergence | undefined {
    const resource = subject ?? reference;
    return resource && this.#copyOf.get(resource);
  }

  /** What a difference says to be on one side only. */
  membersOf(divergence: Divergence): readonly Pick<Unpaired, "side" | "resource">[] {
    const { subject, reference } = divergence;
    if (subject === undefined) return reference === undefined ? [] : [{ side: "reference", resource: reference }];
    if (reference === undefined) return [{ side: "subject", resource: subject }];
    return this.#members.get(divergence) ?? [];
  }

  /** Of what this side names by its URN; also where it is gone from this side, and only still named. */
  at(urn: string, side: Side): Divergence | undefined {
    const { resources, indexOf } = this.ledger.sides[side];
    const resource = resources[indexOf(urn) ?? -1];
    if (resource !== undefined) return this.of(resource);
    const parts = this.none ? undefined : parseUrn(urn);
    if (parts === undefined) return undefined;
    const name = this.context.texts[side].named(parts.name);
    return this.#named().get(nameKey(side === "subject" ? "reference" : "subject", parts.type, name));
  }

  #named(): ReadonlyMap<string, Divergence> {
    if (this.#byName !== undefined) return this.#byName;
    const byName = new Map<string, Divergence>();
    for (const { side, resource } of this.#alone) {
      const divergence = this.of(resource);
      if (divergence !== undefined)
        byName.set(nameKey(side, resource.type, this.context.texts[side].named(resource.name)), divergence);
    }
    return (this.#byName = byName);
  }
}

function nameKey(side: Side, type: string, name: string): string {
  return `${side}|${type}|${name}`;
}
