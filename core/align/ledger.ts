import type { Sides } from "../model/comparison";
import { CONFIGURATION_TYPE, type AlignmentStep } from "../vocabulary";
import type { AlignSide, AlignSides } from "./side";

/** Two resources that were found to be counterparts, by their indices. */
export interface Joined extends Sides<number> {
  readonly via: AlignmentStep;
  readonly confidence: number;
}

/** Who has been aligned with whom so far. Grows by `join` only: no step undoes an earlier one. */
export class Ledger {
  readonly joined: Joined[] = [];
  private readonly counterparts: Sides<Int32Array>;

  private firstSide: keyof AlignSides | undefined;

  constructor(readonly sides: AlignSides) {
    this.counterparts = {
      subject: new Int32Array(sides.subject.resources.length).fill(-1),
      reference: new Int32Array(sides.reference.resources.length).fill(-1),
    };
  }

  /** Index on the other side; undefined while there is none. */
  counterpart(side: keyof AlignSides, index: number): number | undefined {
    const other = this.counterparts[side][index];
    return other === undefined || other < 0 ? undefined : other;
  }

  isFree(side: keyof AlignSides, index: number): boolean {
    return this.counterparts[side][index] === -1;
  }

  /** Indices that have no counterpart yet, in order. */
  free(side: keyof AlignSides): readonly number[] {
    const free: number[] = [];
    for (let index = 0; index < this.counterparts[side].length; index++) if (this.isFree(side, index)) free.push(index);
    return free;
  }

  /** Whether one side has nothing left to be joined. */
  get isComplete(): boolean {
    const { subject, reference } = this.counterparts;
    return this.joined.length === Math.min(subject.length, reference.length);
  }

  join(subject: number, reference: number, via: AlignmentStep, confidence: number): void {
    if (!this.isFree("subject", subject) || !this.isFree("reference", reference)) return;
    if (!sameRole(this.sides, subject, reference)) return;
    if (via !== "match" && !mayBeCounterparts(this.sides, subject, reference)) return;
    this.counterparts.subject[subject] = reference;
    this.counterparts.reference[reference] = subject;
    this.joined.push({ subject, reference, via, confidence });
  }

  /** The side that comes first where nothing but an order can decide: the same whichever of the two is the subject. */
  private get first(): keyof AlignSides {
    return (this.firstSide ??=
      contentOf(this.sides.subject) <= contentOf(this.sides.reference) ? "subject" : "reference");
  }

  /** A text to sort pairs by: it depends neither on the order of resources nor on which side is the subject. */
  rank(subject: number, reference: number): string {
    const urns = [this.sides.subject.resources[subject]?.urn, this.sides.reference.resources[reference]?.urn];
    return (this.first === "subject" ? urns : urns.reverse()).join("\n");
  }

  /** The same label for counterparts; of a free resource what can be said of it without knowing its counterpart. */
  label(side: keyof AlignSides, index: number): string {
    const other = this.counterpart(side, index);
    if (other === undefined) return this.sides[side].types[index] ?? "";
    return `#${side === "subject" ? index : other}`;
  }
}

function contentOf({ resources }: AlignSide): string {
  return resources
    .map(({ urn, id }) => `${urn}\n${id ?? ""}`)
    .sort()
    .join("\n");
}

function sameRole({ subject, reference }: AlignSides, s: number, r: number): boolean {
  const [own, other] = [subject.resources[s]?.role, reference.resources[r]?.role];
  return own === other && own !== undefined;
}

/** An entry of a document (a package, a column, a flag) is what its name says: another name is another thing. */
function mayBeCounterparts({ subject, reference }: AlignSides, s: number, r: number): boolean {
  const [own, other] = [subject.resources[s], reference.resources[r]];
  if (own?.role !== "evidence" || own.type === CONFIGURATION_TYPE) return true;
  return own.name === other?.name;
}
