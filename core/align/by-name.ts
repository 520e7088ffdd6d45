import { parseUrn } from "../model/urn";
import type { Ledger } from "./ledger";
import { joinUnique } from "./unique";

/** The same URN but for the stack. Of two resources with one URN (a broken state) neither is taken. */
export function joinUrns(ledger: Ledger): void {
  joinUnique(
    ledger,
    (side, index) => {
      const { resources, types } = ledger.sides[side];
      const resource = resources[index];
      const urn = resource === undefined ? undefined : parseUrn(resource.urn);
      if (urn === undefined || resource?.role === "stack") return undefined;
      const parents = urn.qualifiedType.slice(0, -urn.type.length);
      return `${parents}${types[index] ?? ""}::${urn.name}`;
    },
    "urn",
    1,
  );
}

/** The same type, parent and symbolised name, from the outermost parents inwards. */
export function joinNames(ledger: Ledger): void {
  for (let before = -1; before !== ledger.joined.length;) {
    before = ledger.joined.length;
    joinUnique(ledger, (side, index) => underParent(ledger, side, index, true), "name", 0.98);
  }
  joinUnique(ledger, (side, index) => asWritten(ledger, side, index), "name", 0.95);
  joinUnique(ledger, (side, index) => typeAndName(ledger, side, index), "name", 0.95);
  joinUnique(ledger, (side, index) => loosely(typeAndName(ledger, side, index)), "name", 0.9);
  joinUnique(ledger, (side, index) => withoutGlued(ledger, side, index), "name", 0.85);
}

/** The only one of its type under its parent. */
export function joinOnly(ledger: Ledger, plausible: (subject: number, reference: number) => boolean): void {
  joinUnique(ledger, (side, index) => underParent(ledger, side, index, false), "only", 0.8, plausible);
}

function underParent(ledger: Ledger, side: "subject" | "reference", index: number, named: boolean): string | undefined {
  const { parents, types, names } = ledger.sides[side];
  const parent = parents[index] ?? -1;
  if (parent >= 0 && ledger.isFree(side, parent)) return undefined;
  const above = parent < 0 ? "" : ledger.label(side, parent);
  return `${above}|${types[index] ?? ""}|${named ? (names[index] ?? "") : ""}`;
}

function typeAndName(ledger: Ledger, side: "subject" | "reference", index: number): string {
  const { types, names } = ledger.sides[side];
  return `${types[index] ?? ""}|${names[index] ?? ""}`;
}

/** What is called the same on both sides is the same, whatever environment its name holds. */
function asWritten({ sides }: Ledger, side: "subject" | "reference", index: number): string | undefined {
  const { types, resources } = sides[side];
  const resource = resources[index];
  return resource === undefined || resource.role === "stack" ? undefined : `${types[index] ?? ""}|${resource.name}`;
}

/** With the environment taken out where it is joined to another word: `shopstgWorkers`. */
function withoutGlued(ledger: Ledger, side: "subject" | "reference", index: number): string {
  const { unglue } = ledger.sides[side].symbolised.vocabulary.environment;
  const { types, names } = ledger.sides[side];
  return `${types[index] ?? ""}|${unglue(loosely(names[index] ?? ""))}`;
}

const RANDOM_PART = /-(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,8}(?![0-9a-z])/gi;

/** Without random parts, and however its words are joined. */
function loosely(name: string): string {
  return name.replace(RANDOM_PART, "").replace(/[-_.]/g, "").toLowerCase();
}
