import type { PropertyFacts } from "../model/catalogue";

/** What decides how something behaves, and is no name of anything, however it is written. */
const NEVER = new Set<PropertyFacts["valueClass"]>([
  "version",
  "image",
  "size",
  "count",
  "capacity",
  "flag",
  "toggle",
  "enumeration",
  "port",
  "duration",
  "schedule",
]);

/** Whether differences in such a property are differences, whatever the rest of the stack does. */
export function neverNames({ valueClass }: PropertyFacts): boolean {
  return NEVER.has(valueClass);
}
