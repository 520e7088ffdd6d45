import { defineRules } from "../../rule";

export const data = defineRules({
  name: "general/data",
  reason:
    "The shape of stored data: keys, indexes, columns, character sets. A query that works on one shape may not on another.",
  rules: [
    {
      name: "keys",
      property: "*HashKey *RangeKey *PartitionKey(s) *SortKey(s) *PrimaryKey",
      policy: "data",
      kind: "text",
      noise: false,
    },
    {
      name: "index",
      property: `
        *SecondaryIndex(es) *SecondaryIndexes.* columns columns.* *Columns *Columns.* schema *Schema *Schemas
        *SchemaDefinition *Schemas.*`,
      policy: "data",
      noise: false,
    },
    { name: "index-lists", property: ["*SecondaryIndexes", "columns"], list: ["name"] },
    {
      name: "charset",
      property: ["*CharacterSet~", "*CharacterSetName", "*Collation", "*Charset"],
      policy: "data",
      kind: "enumeration",
      noise: false,
    },
    { name: "masking", property: ["*Masking*", "*Anonymi~*"], policy: "data", noise: false },
  ],
});
