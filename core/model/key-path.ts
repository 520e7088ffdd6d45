/** One step of a key path, as rules and waivers write it. */
export interface KeyStep {
  readonly text: string;
  /** True where it stood in brackets, quoted or not. */
  readonly bracketed: boolean;
}

const STEP = /\["(?<quoted>(?:[^"\\]|\\.)*)"\]|\['(?<single>[^']*)'\]|\[(?<bare>[^\]]*)\]|\.?(?<word>[^.[\]]+)|\./gy;

/** Steps of a formatted path or of a pattern for one: `containerDefinitions["api"].image`, `**.engineVersion`. */
export function keySteps(path: string): readonly KeyStep[] {
  return [...path.matchAll(STEP)].flatMap(({ groups = {} }): KeyStep[] => {
    const { quoted, single, bare, word } = groups;
    if (word !== undefined) return [{ text: word, bracketed: false }];
    const text = quoted === undefined ? (single ?? bare) : unescaped(quoted);
    return text === undefined ? [] : [{ text, bracketed: true }];
  });
}

function unescaped(quoted: string): string {
  try {
    return String(JSON.parse(`"${quoted}"`));
  } catch {
    return quoted;
  }
}
