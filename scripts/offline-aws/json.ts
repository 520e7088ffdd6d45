/** What a property can hold on its way between engine and provider. */
export type Json = string | number | boolean | null | readonly Json[] | Properties;

/** Properties by name. */
export interface Properties {
  readonly [name: string]: Json;
}

/** What the engine sends and expects for a value that a preview cannot know. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Narrows to an object. */
export function isProperties(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Narrows to a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The text at a property; undefined where there is none, or something else. */
export function textAt(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === "string" ? value : undefined;
}

/** The key by which secrets, assets and the like are told from plain objects. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Whether an object is a secret, an asset, an archive or a reference rather than plain properties. */
export function isSigned(value: Properties): boolean {
  return Object.hasOwn(value, SIGNATURE);
}
