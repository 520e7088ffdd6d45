import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const dataParity = defineParityPolicy({
  name: "data-parity",
  description:
    "Data has the same shape, enough volume, masking and freshness; storage has the same engines, keys and indexes.",
  cause: "data shape, volume, masking and freshness",
  level: "mandatory",
  mend: mendWith({}),
});
