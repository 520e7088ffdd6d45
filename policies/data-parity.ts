import type { Finding } from "../core/model/finding";
import { defineParityPolicy } from "../core/policy";
import { findUnmasked } from "./data/masking";
import { mendWith } from "./mend";

const mend = mendWith({});

export const dataParity = defineParityPolicy({
  name: "data-parity",
  description:
    "Data has the same shape, enough volume, masking and freshness; storage has the same engines, keys and indexes.",
  cause: "data shape, volume, masking and freshness",
  level: "mandatory",
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
