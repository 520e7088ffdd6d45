import { defineRules } from "../../rule";

export const data = defineRules({
  name: "general/data",
  reason:
    "The shape of stored data: keys, indexes, columns, character sets. A query that works on one shape may not on another.",
  rules: [
    {
      name: "keys",
      property: ["hashKey", "rangeKey", "partitionKey(s)", "sortKey", "*PrimaryKey", "*PartitionKey", "*SortKey"],
      policy: "data",
      kind: "text",
      noise: false,
    },
    {
      name: "index",
      property: [
        "*SecondaryIndex(es)",
        "*SecondaryIndex(es).*",
        "*Index(es)",
        "columns",
        "columns.*",
        "*Columns",
        "*Schema",
        "schemas",
        "*SchemaDefinition",
      ],
      policy: "data",
      noise: false,
    },
    { name: "index-lists", property: ["globalSecondaryIndexes", "localSecondaryIndexes", "columns"], list: ["name"] },
    {
      name: "charset",
      property: ["*CharacterSet*", "*Collation", "*NcharCharacterSet*", "*Charset", "*LicenseModel"],
      policy: "data",
      kind: "enumeration",
      noise: false,
    },
    { name: "masking", property: ["*Masking*", "*Anonymi*"], policy: "data", noise: false },
  ],
});
