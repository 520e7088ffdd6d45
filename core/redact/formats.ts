/** Texts that are secrets by their looks, wherever they stand. Every pattern is linear: bounded, without nesting. */
const TOKENS =
  /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255}|glpat-[A-Za-z0-9_-]{20,64}|xox[abeprs]-[A-Za-z0-9-]{10,255}|(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,255}|sk-[A-Za-z0-9_-]{32,255}|pul-[0-9a-f]{40}|npm_[A-Za-z0-9]{36}|SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,128}|AIza[A-Za-z0-9_-]{35}|eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{10,2000})/g;
const URL_PASSWORD = /(:\/\/[^\s/:@]{0,128}:)(?!\[secret\])[^\s/@]{1,256}(@)(?!sha256:)/g;
const CONNECTION_PASSWORD = /(\b(?:password|pwd)=)(?!\[secret\]|\$|\{)[^;&\s"']{1,256}/gi;
const KEY_BEGIN = /-----BEGIN [A-Z ]{0,24}PRIVATE KEY-----/g;
const HINT = /:\/\/|-----BEGIN|[a-z]_|[a-z]-|eyJ|SG\.|AIza|=/i;

/** The text with what can be told to be a secret by its format alone replaced by the mark. */
export function concealFormats(text: string, mark: string): string {
  if (text.length < 8 || !HINT.test(text)) return text;
  return concealKeys(text, mark)
    .replace(TOKENS, mark)
    .replace(URL_PASSWORD, `$1${mark}$2`)
    .replace(CONNECTION_PASSWORD, `$1${mark}`);
}

/** Private keys from their first to their last line; one that is cut off goes to the end. */
function concealKeys(text: string, mark: string): string {
  let result = "";
  let from = 0;
  KEY_BEGIN.lastIndex = 0;
  for (let begin = KEY_BEGIN.exec(text); begin !== null; begin = KEY_BEGIN.exec(text)) {
    const end = endOfKey(text, KEY_BEGIN.lastIndex);
    result += text.slice(from, begin.index) + mark;
    from = end;
    KEY_BEGIN.lastIndex = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

function endOfKey(text: string, from: number): number {
  const footer = text.indexOf("PRIVATE KEY-----", from);
  return footer < 0 ? text.length : footer + "PRIVATE KEY-----".length;
}
