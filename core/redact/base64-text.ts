const NO_DIGIT = 255;
/** What each character stands for, in both alphabets of base64. */
const DIGITS = new Uint8Array(128).fill(NO_DIGIT);
const LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
for (const alphabet of [`${LETTERS_AND_DIGITS}+/`, `${LETTERS_AND_DIGITS}-_`])
  for (let digit = 0; digit < alphabet.length; digit++) DIGITS[alphabet.charCodeAt(digit)] = digit;

/**
 * Whether the base64 that begins here may say a text: never false where its bytes are UTF-8 without control characters.
 * Type and resource names look like base64 and say nothing: mostly the second byte tells, and none is copied.
 */
export function mayBeText(text: string, start: number): boolean {
  let [bits, width, expected] = [0, 0, 0];
  for (let at = start; at < text.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)] ?? NO_DIGIT;
    if (digit === NO_DIGIT) return true;
    bits = ((bits << 6) | digit) & 0xfff;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    const byte = (bits >> width) & 0xff;
    if (expected > 0 ? !isContinuation(byte) : !mayBegin(byte)) return false;
    expected = expected > 0 ? expected - 1 : following(byte);
  }
  return true;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** Whether a character of a text may begin with this byte of UTF-8. */
function mayBegin(byte: number): boolean {
  if (byte < 0x20) return byte > 0x08 && byte < 0x0e;
  return byte < 0x80 || (byte >= 0xc2 && byte < 0xf5);
}

/** How many bytes belong to the character that begins with this one. */
function following(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte < 0xe0) return 1;
  return byte < 0xf0 ? 2 : 3;
}
