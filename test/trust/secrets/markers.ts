/** A made-up secret, and the part of it by which it is recognised wherever it turns up, however it was written. */
export interface Marker {
  readonly text: string;
  readonly core: string;
}

/** What secrets look like; `core` stands in each line of it. */
const SHAPES: readonly ((core: string) => string)[] = [
  (core) => `${core}-Lm4pw`,
  (core) => `p"a\\s/${core}&w<o>r'd%$1`,
  (core) => `${core}Key+/=${core}\nsecond ${core}!`,
  (core) => `п${core}§ключ`,
  (core) => `${core}.${"Zk8vT2".repeat(30)}`,
  (core) => core,
];

/** The same markers for the same side: `s` for the subject, `r` for the reference. */
export function marker(side: "s" | "r", index: number, shape = index): Marker {
  const core = `Q${side}${((index * 7919 + 104_729) % 1_000_003).toString(36).padStart(4, "0")}x${String(index)}K`;
  return { core, text: (SHAPES[shape % SHAPES.length] ?? String)(core) };
}

/**
 * The cores that a text gives away: as they are, in another case, in base64 of any alignment, in per cent, in base64
 * within base64.
 */
export function given(text: string, markers: readonly Marker[]): readonly string[] {
  const read = unpacked(text);
  return markers.map(({ core }) => core).filter((core) => read.includes(core.toLowerCase()));
}

function unpacked(text: string, layers = 3): string {
  const runs = text.match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? [];
  const decoded = layers === 0 ? [] : runs.flatMap((run) => [0, 1, 2, 3].map((from) => decode(run.slice(from))));
  const inner = decoded.filter((each) => /[\x20-\x7e]{6}/.test(each)).map((each) => unpacked(each, layers - 1));
  const percent = text.includes("%") ? unescaped(text) : "";
  return [text, percent, ...inner].join("\n").toLowerCase();
}

function decode(run: string): string {
  return Buffer.from(run, "base64").toString("latin1");
}

function unescaped(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
