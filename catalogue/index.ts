import type { Catalogue, PropertyFacts } from "../core/model/catalogue";

const GENERAL: PropertyFacts = {
  policy: "configuration-parity",
  valueClass: "text",
  noise: false,
  secret: false,
  list: { kind: "ordered" },
  defaultValue: undefined,
  document: undefined,
  direction: undefined,
  rule: "general/default",
};

/** The built-in catalogue. */
export function createCatalogue(): Catalogue {
  return {
    type: (type) => ({ canonical: type, policy: "inventory-parity", replica: false, resolved: [], keys: [] }),
    property: () => GENERAL,
    classify: () => GENERAL,
    size: () => undefined,
    version: () => undefined,
  };
}
