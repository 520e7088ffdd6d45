import { parseState } from "../../sources/state";
import type { Stack } from "../../core/model/stack";

export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const TYPE = "aws:s3/bucket:Bucket";

export function urnOf(name: string, type = TYPE): string {
  return `urn:pulumi:staging::shop::${type}::${name}`;
}

/** A happy-path resource of a raw state, to be changed by each test. */
export function resource(fields: Record<string, unknown> = {}, name = "assets"): Record<string, unknown> {
  const type = typeof fields.type === "string" ? fields.type : TYPE;
  return { urn: urnOf(name, type), type, custom: true, inputs: {}, outputs: {}, ...fields };
}

export function exported(resources: readonly unknown[]): Stack {
  return parseState(JSON.stringify({ version: 3, deployment: { resources } }), "state.json");
}

/** A secret as a state marks it. */
export function envelope(content: { ciphertext: string } | { plaintext: string }): Record<string, string> {
  return { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ...content };
}

export function plaintext(value: unknown): Record<string, string> {
  return envelope({ plaintext: JSON.stringify(value) });
}
