import { z } from "zod";
import { documentSchema } from "../../core/config/schema/document";

/** The JSON Schema of parity.yaml, for editors: generated from the one literal that also checks it. */
export function parityJsonSchema(): string {
  const schema = z.toJSONSchema(documentSchema, { io: "input", reused: "ref" });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
