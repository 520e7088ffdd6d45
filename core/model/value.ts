/**
 * The values of the model. What JSON can hold stays a plain JavaScript value, so that a parsed state is shared and not
 * copied; everything that JSON cannot say is an instance of a class below, told apart by `instanceof Special`.
 */
export type Value = Scalar | Special | readonly Value[] | ValueMap;
export type Scalar = null | boolean | number | string;
/** Built with a null prototype or checked by `Object.hasOwn`: keys come from states and may be `__proto__`. */
export interface ValueMap {
  readonly [key: string]: Value;
}

/** The same for every copy of this package in one process; no state can hold it. */
const KIND = Symbol.for("environment-parity/special");

/** What is not plain data: never compared by its looks, each kind has its own rule. */
export abstract class Special {
  abstract readonly special: "unknown" | "secret" | "asset" | "reference" | "text";
  get [KIND]() {
    return this.special;
  }
}

/** Why an unknown value cannot be judged, in words for people. */
export const UNKNOWN_YET = "it is not known before deployment";

/** A value that the engine does not know yet (a preview's computed output), or a string that embeds one. */
export class Unknown extends Special {
  readonly special = "unknown";
}

/** A value that is secret or unreadable ciphertext. Carries nothing: the plaintext never enters the model. */
export class Secret extends Special {
  readonly special = "secret";
}

/** A file or folder given by content. `hash` is undefined where the policy SDK lost it on the way. */
export class Asset extends Special {
  readonly special = "asset";
  constructor(
    readonly kind: "asset" | "archive",
    readonly hash: string | undefined,
    readonly label: string,
  ) {
    super();
  }
}

/** A whole resource passed as a value. */
export class ResourceReference extends Special {
  readonly special = "reference";
  constructor(
    readonly urn: string,
    readonly id: string | undefined,
  ) {
    super();
  }
}

export const UNKNOWN = new Unknown();
export const SECRET = new Secret();

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Special);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A mark that another copy of this package made, as this one knows it: a team's policies may have been installed apart. */
export function adopted(value: Value): Value {
  if (typeof value !== "object" || value === null || value instanceof Special || !(KIND in value)) return value;
  switch (Reflect.get(value, KIND)) {
    case "unknown":
      return UNKNOWN;
    case "secret":
      return SECRET;
    default:
      return value;
  }
}
