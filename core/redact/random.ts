const SHORTEST_STRETCH = 20;

/** Whether a stretch of a text looks as if it had been drawn by lot: capitals, small letters and digits mixed. */
export function isRandom(text: string): boolean {
  for (const [stretch] of text.matchAll(/[A-Za-z0-9]{20,}/g))
    if (hasAllKinds(stretch) && changesOf(stretch) * 3 > Math.min(stretch.length, 3 * SHORTEST_STRETCH)) return true;
  return false;
}

const SHORTEST = 32;
const LONGEST = 128;
/** Of letters and digits drawn by lot, 62 in 100 are of another kind than the one before; of words in capitals, 30. */
const DENSITY = 0.45;
const HEX = /^(?:0x)?[0-9a-f]+$/i;
const IN_PIECES = /^[A-Za-z0-9+/]+={0,2}$/;
const WHOLE = /^[A-Za-z0-9_.~-]*[A-Za-z0-9]{20}[A-Za-z0-9_.~=-]*$/;

/** Names of what is drawn by lot and no secret: what identifies, checks or is read by everybody. */
const OPEN_NAME =
  /(?:hash|sha\d*|digest|checksum|etag|fingerprint|thumbprint|ids?|arns?|urn|names?|version|revision|commit|url|uri|endpoint|host|public_?key|certificate|cert|chain|content|code)$/i;

/**
 * The last line, for what nobody marked and no name tells: a whole value that looks drawn by lot, as access keys and
 * tokens do. What base64 makes of a text is none, nor is what identifies or checks something.
 */
export function looksDrawn(text: string, name: string | undefined): boolean {
  if (text.length < SHORTEST || text.length > LONGEST || (!IN_PIECES.test(text) && !WHOLE.test(text))) return false;
  if (HEX.test(text) || (name !== undefined && OPEN_NAME.test(name))) return false;
  const letters = text.replace(/[^A-Za-z0-9]/g, "");
  return hasAllKinds(letters) && changesOf(letters) > DENSITY * letters.length && !isText(text);
}

/** Base64 of a text says the text. */
function isText(base64: string): boolean {
  return /^[\x09\x0a\x0d\x20-\x7e]+$/.test(Buffer.from(base64, "base64").toString("latin1"));
}

function hasAllKinds(text: string): boolean {
  return /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
}

function changesOf(text: string): number {
  let changes = 0;
  for (let at = 1; at < text.length; at++)
    if (kindOf(text.charCodeAt(at)) !== kindOf(text.charCodeAt(at - 1))) changes++;
  return changes;
}

function kindOf(code: number): "digit" | "capital" | "small" {
  if (code < 0x3a) return "digit";
  return code < 0x5b ? "capital" : "small";
}
