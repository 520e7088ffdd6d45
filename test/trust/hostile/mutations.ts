import fc from "fast-check";
import { at, changed, isJsonList, isJsonMap, type Json, type JsonPath } from "./paths";

/** What can stand anywhere in JSON and should not. */
const NASTY: readonly Json[] = [
  ...[null, true, false, 0, -0, -1, 1e308, -1e308, 1e-320, 9007199254740993, 2 ** 53, 4294967296],
  ...[
    "",
    " ",
    "\u0000",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u2066",
    "\ufeff",
    "\u001b]0;x\u0007\u001b[31m",
    "NaN",
    "Infinity",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "-1",
    "2026-13-45T99:99:99Z",
    "0000-00-00",
    "+275760-09-13T00:00:00.001Z",
  ],
  ...["::error::x", "##vso[task.complete]", "]]>", "</script><script>alert(1)</script>", "`${process}`", "${a:-b}"],
  ...[
    "../../../etc/passwd",
    "--force",
    "-",
    "%00%ff%",
    "\r\n\r\n",
    "{{",
    "{stack}",
    "urn:pulumi:::::::::",
    "a".repeat(5000),
  ],
  ...["urn:pulumi:x::y::z::w", "urn:pulumi:production::storefront::aws:s3/bucket:Bucket::", "9".repeat(400), "1e999"],
  ...["04da6b54-80e4-46f7-96ec-b56ff0331ba9", "x-04da6b54-80e4-46f7-96ec-b56ff0331ba9-x", "\ud83d\ude00".repeat(50)],
  ...[[], {}, [[]], [null], [{}], { "": "" }, { " ": null }, Array.from({ length: 300 }, () => 0)],
  { constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__":{"polluted":true},"hasOwnProperty":1,"toString":null,"length":-1}') as Json,
  { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" },
  { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: "{" },
  { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", assets: [[null]] },
  { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", urn: 7, id: {} },
  {
    "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
    value: { "4dabf18193072939515e22adb298388d": 1 },
  },
  { "4dabf18193072939515e22adb298388d": ["never seen"] },
];

/** Steps towards a place, as fractions: the same draw fits documents of every shape. */
const steps = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 7 });

/** Goes down as far as the document goes; each step picks one of what is there. */
function placeOf(document: Json, draws: readonly number[]): JsonPath {
  const path: (string | number)[] = [];
  let here: Json | undefined = document;
  for (const draw of draws) {
    const keys: readonly (string | number)[] = isJsonList(here)
      ? here.map((_, index) => index)
      : isJsonMap(here)
        ? Object.keys(here)
        : [];
    const key = keys[Math.floor(draw * keys.length)];
    if (key === undefined) break;
    path.push(key);
    here = at(document, path);
  }
  return path;
}

interface Edit {
  readonly what: "replace" | "remove" | "twice" | "wrap" | "key" | "swap";
  readonly where: readonly number[];
  readonly also: readonly number[];
  readonly nasty: Json;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom("replace", "replace", "replace", "remove", "twice", "wrap", "key", "swap"),
  where: steps,
  also: steps,
  nasty: fc.constantFrom(...NASTY),
});

function apply(document: Json, { what, where, also, nasty }: Edit): Json {
  const path = placeOf(document, where);
  switch (what) {
    case "replace":
      return changed(document, path, () => nasty);
    case "remove":
      return changed(document, path, () => undefined);
    case "twice":
      return changed(document, path, (inner) => (isJsonList(inner) ? [...inner, ...inner] : [inner, inner]));
    case "wrap":
      return changed(document, path, (inner) => ({ inner, again: [inner] }));
    case "key":
      return changed(document, path, (inner) =>
        isJsonMap(inner) && typeof nasty === "string"
          ? Object.fromEntries([...Object.entries(inner), [nasty, nasty]])
          : nasty,
      );
    case "swap":
      return changed(document, path, () => at(document, placeOf(document, also)));
  }
}

/** So many changed documents, the same for the same seed. */
export function mutants(document: Json, count: number, seed: number): readonly Json[] {
  const edits = fc.sample(fc.array(edit, { minLength: 1, maxLength: 3 }), { numRuns: count, seed });
  return edits.map((all) => all.reduce(apply, document));
}

interface Cut {
  readonly what: "end" | "hole" | "noise" | "repeat";
  readonly from: number;
  readonly length: number;
  readonly noise: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  what: fc.constantFrom("end", "hole", "noise", "repeat"),
  from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.integer({ min: 1, max: 400 }),
  noise: fc.constantFrom(
    "\u0000",
    "\ud800",
    '"',
    "\\",
    "{",
    "[",
    ",",
    ":",
    "&a *a",
    "\t",
    "\r",
    "!!js/function",
    "%",
    "'",
    "}}}}",
    "\ufeff",
  ),
});

/** Texts that were cut, torn or littered, by characters and not by structure. */
export function tornTexts(text: string, count: number, seed: number): readonly string[] {
  return fc.sample(cut, { numRuns: count, seed }).map(({ what, from, length, noise }) => {
    const at = Math.floor(from * text.length);
    if (what === "end") return text.slice(0, at);
    if (what === "hole") return text.slice(0, at) + text.slice(at + length);
    if (what === "noise") return text.slice(0, at) + noise + text.slice(at);
    return text.slice(0, at) + text.slice(Math.max(0, at - length));
  });
}
