import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parityJsonSchema } from "../sources/parity-yaml/json-schema";

/** Writes the generated JSON Schemas; a test holds them to what they are generated from. */
writeFileSync(resolve(__dirname, "../schemas/parity.schema.json"), parityJsonSchema());
