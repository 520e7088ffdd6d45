/** Shorter texts never mean one thing only. */
export const SHORTEST = 7;
/** Longer texts are documents: they hold names, they are none. */
const LONGEST = 8192;
const PLAIN = /^(?:[\d.,:+-]+|v?\d+(?:\.\d+)+\S{0,3}|[a-z]+|[A-Z_]+|[A-Za-z]{1,15})$/;
const ADDRESS_RANGE = /^[\d.]+\/\d+$|^[\da-f:]+\/\d+$/i;
const IP_ADDRESS = /^(?!0\.|127\.)\d{1,3}(?:\.\d{1,3}){3}$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;
const ZONE = /^[a-z]{2}(?:-[a-z]+)+-?\d[a-z]?$/;

/** A public key or certificate: words of many letters and digits. */
const KEY = /(?=[A-Za-z0-9+/=]*\d)[A-Za-z0-9+/=]{40,}/;

/**
 * Whether a text can only mean one thing wherever it stands: `sg-088c6aafe1da8bec4`, an ARN, an endpoint; not `80`,
 * `true`, `ACTIVE`, `1.29`, `us-west-2a` or `10.0.0.0/16`.
 */
export function isDistinctive(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  if (isAssigned(text)) return true;
  if (PLAIN.test(text) || ADDRESS_RANGE.test(text) || MEDIA_TYPE.test(text) || ZONE.test(text)) return false;
  if (text.includes("://")) return true;
  if (/\s/.test(text)) return KEY.test(text);
  return /\d/.test(text) ? text.length >= 8 : wordCount(text) >= 3 || text.length >= 20;
}

/** What a cloud gives to one thing alone, wherever in its outputs it stands: an ARN, an address. */
export function isAssigned(text: string): boolean {
  return text.startsWith("arn:") || IP_ADDRESS.test(text);
}

function wordCount(text: string): number {
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "").length;
}
