import { SIGNATURE_KEY, SIGNATURES } from "../../sources/state/signatures";

/**
 * Properties as the policy SDK passes them, read past its proxy: reading an unknown through that throws, and one throw
 * ends the whole policy. Assets get their signatures back; secrets cannot, the SDK has unwrapped them.
 */
export function rawProperties(props: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(props).map((key) => [key, signed(rawMember(props, key))]));
}

function rawMember(map: object, key: string): unknown {
  const member: unknown = Object.getOwnPropertyDescriptor(map, key)?.value;
  return member;
}

function signed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(signed);
  const entries = Object.keys(value).map((key) => [key, signed(rawMember(value, key))] as const);
  const signature = signatureOf(value);
  return Object.fromEntries(signature === undefined ? entries : [...entries, [SIGNATURE_KEY, signature]]);
}

function signatureOf(value: object): string | undefined {
  if (rawMember(value, "__pulumiAsset") === true) return SIGNATURES.asset;
  return rawMember(value, "__pulumiArchive") === true ? SIGNATURES.archive : undefined;
}
