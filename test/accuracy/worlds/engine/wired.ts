/** A value that carries which resources it was made of, as an output of the SDK does. */
export class Wired {
  constructor(
    readonly value: Plain,
    readonly from: readonly string[],
    readonly secret = false,
    /** True while nothing has been deployed that would say it. */
    readonly unknown = false,
  ) {}
}

export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: Plain;
}
/** What a program may pass: an undefined property is left out, as it is on the way to the engine. */
export type Input = string | number | boolean | null | Wired | readonly Input[] | Inputs;
export interface Inputs {
  readonly [key: string]: Input | undefined;
}

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** `text`${bucket.get("arn")}/*`` */
export function text(parts: TemplateStringsArray, ...inputs: readonly Input[]): Wired {
  const resolved = inputs.map(resolve);
  const value = parts
    .map((part, index) => part + (index < inputs.length ? asText(resolved[index] ?? "") : ""))
    .join("");
  return new Wired(value, inputs.flatMap(sources), inputs.some(isSecret), inputs.some(isUnknown));
}

export function json(input: Input): Wired {
  return new Wired(JSON.stringify(resolve(input)), sources(input), isSecret(input), isUnknown(input));
}

export function base64(input: Input): Wired {
  const encoded = Buffer.from(asText(resolve(input))).toString("base64");
  return new Wired(encoded, sources(input), isSecret(input), isUnknown(input));
}

export function secret(input: Input): Wired {
  return new Wired(resolve(input), sources(input), true, isUnknown(input));
}

/** As a template writes it: data as JSON. */
export function asText(value: Plain): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The plain value, as the cloud sees it. */
export function resolve(input: Input): Plain {
  if (input instanceof Wired) return input.value;
  return mapped(input, resolve);
}

/** The value as an export holds it: a secret is ciphertext that is another one each time. */
export function stored(input: Input, nonce: () => string): Plain {
  if (input instanceof Wired) {
    if (input.unknown) return UNKNOWN;
    return input.secret ? { [SIGNATURE]: SECRET, ciphertext: `v1:${nonce()}` } : input.value;
  }
  return mapped(input, (inner) => stored(inner, nonce));
}

export function sources(input: Input | undefined): readonly string[] {
  if (input instanceof Wired) return input.from;
  if (typeof input !== "object" || input === null) return [];
  return Object.values(input).flatMap((inner: Input | undefined) => sources(inner));
}

function isSecret(input: Input | undefined): boolean {
  return isSomewhere(input, ({ secret }) => secret);
}

export function isUnknown(input: Input | undefined): boolean {
  return isSomewhere(input, ({ unknown }) => unknown);
}

function isSomewhere(input: Input | undefined, is: (wired: Wired) => boolean): boolean {
  if (input instanceof Wired) return is(input);
  if (typeof input !== "object" || input === null) return false;
  return Object.values(input).some((inner: Input | undefined) => isSomewhere(inner, is));
}

function mapped(input: Exclude<Input, Wired>, each: (inner: Input) => Plain): Plain {
  if (typeof input !== "object" || input === null) return input;
  if (isList(input)) return input.map(each);
  const given = Object.entries(input).flatMap(([key, inner]) =>
    inner === undefined ? [] : [[key, each(inner)] as const],
  );
  return Object.fromEntries(given);
}

export function isList(input: readonly Input[] | Inputs): input is readonly Input[] {
  return Array.isArray(input);
}
