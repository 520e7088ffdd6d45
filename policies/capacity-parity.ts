import { defineParityPolicy } from "../core/policy";
import { mendWith } from "./mend";

export const capacityParity = defineParityPolicy({
  name: "capacity-parity",
  description: "What is scaled down stays in bounds: same family, same architecture, not too small.",
  cause: "scaled-down resources",
  level: "mandatory",
  mend: mendWith({ changed: "scale {property} towards {value}" }),
});
