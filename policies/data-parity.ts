import type { Finding } from "../core/model/finding";
import { defineKnobs, ratioKnob, timeSpanKnob, USUAL_KNOBS } from "../core/knobs";
import { defineParityPolicy } from "../core/policy";
import { findUnmasked } from "./data/masking";
import { mendWith } from "./mend";

const TABLE = "parity:data:Table";
const mend = mendWith({});

const knobs = defineKnobs(
  {
    ...USUAL_KNOBS,
    minRows: ratioKnob("How few rows a table may have: the subject's divided by the reference's."),
    maxDataAge: timeSpanKnob("How old the newest row of a table may be: 30d."),
  },
  ({ minRows: min, maxDataAge: max }) => ({
    tolerances: [
      ...(min === undefined ? [] : [{ name: "minRows", on: TABLE, property: "rows", allow: { ratio: { min } } }]),
      ...(max === undefined
        ? []
        : [{ name: "maxDataAge", on: TABLE, property: "ageDays", allow: { duration: { max } } }]),
    ],
  }),
);

export const dataParity = defineParityPolicy({
  name: "data-parity",
  description:
    "Data has the same shape, enough volume, masking and freshness; storage has the same engines, keys and indexes.",
  cause: "data shape, volume, masking and freshness",
  level: "mandatory",
  knobs,
  mend: mendOf,
  find: findUnmasked,
});

/** What a data profile shows is mended by other data, not by a setting. */
const DATA_MENDS: Readonly<Record<string, string>> = {
  rows: "load more of the data",
  ageDays: "refresh the data",
  nullShare: "load data of production's shape",
  topShare: "load data of production's shape",
  cardinality: "load data of production's shape",
  masked: "mask the column in the subject's data, and declare it under masked: of the data evidence",
};

function mendOf(finding: Finding): string {
  const { type, key = "" } = finding;
  const known = type.startsWith("parity:data:") && Object.hasOwn(DATA_MENDS, key) ? DATA_MENDS[key] : undefined;
  return known ?? mend(finding);
}
