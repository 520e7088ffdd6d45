import { MIN_INSIDE, replaceSpans, type Span } from "./search";
import { SHORTEST_RUN } from "./suspicion";

/** How a text reads once it stands in JSON (also in JSON within JSON), in a URL, in a form or in XML. */
export function spellings(text: string): readonly string[] {
  const escaped = JSON.stringify(text).slice(1, -1);
  const twice = JSON.stringify(escaped).slice(1, -1);
  const json = [escaped, twice, escaped.replaceAll("/", "\\/")];
  return [...new Set([text, ...json, ...percentEncoded(text), ...inXml(text)])];
}

/** As browsers, forms and other languages' libraries write it. A lone surrogate has no such form. */
function percentEncoded(text: string): readonly string[] {
  if (/^[\w.~-]*$/.test(text) || /\p{Cs}/u.test(text)) return [];
  const encoded = encodeURIComponent(text);
  const strict = encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const small = (percent: string) => percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  const form = new URLSearchParams([["", text]]).toString().slice(1);
  return [encoded, strict, form, small(encoded), small(strict), encodeURI(text)];
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function inXml(text: string): readonly string[] {
  const escape = (marks: RegExp) => text.replace(marks, (mark) => ENTITIES[mark] ?? mark);
  return /[&<>"']/.test(text) ? [/[&<>"']/g, /[&<>"]/g, /[&<"]/g, /[&<>]/g].map(escape) : [];
}

/** Enough to recognise; the whole run of base64 around it is then decoded. */
const FRAGMENT = 48;

/**
 * What base64 of any longer text that holds this one must contain, at each of the three alignments: the characters
 * that do not depend on the neighbours.
 */
export function base64Fragments(text: string): readonly string[] {
  const bytes = Buffer.from(text.slice(0, FRAGMENT), "utf8");
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const fragment = encoded.slice(from, to);
    const urlSafe = fragment.replaceAll("+", "-").replaceAll("/", "_");
    return fragment.length < MIN_INSIDE ? [] : [fragment, urlSafe];
  });
}

const BASE64_CHARACTERS: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)),
);

/** Stretches that could be base64. By hand: a regular expression runs out of stack on a long one. */
function base64Runs(text: string, shortest = SHORTEST_RUN): readonly Span[] {
  const runs: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (BASE64_CHARACTERS[text.charCodeAt(at)] === true) continue;
    if (at - start >= shortest) runs.push({ start, end: at + padding(text, at) });
    start = at + 1;
  }
  return runs;
}

function padding(text: string, at: number): number {
  if (text[at] !== "=") return 0;
  return text[at + 1] === "=" ? 2 : 1;
}

/** Calls `rewrite` with what each stretch of base64 says, and puts back what it gives. Binary content stays. */
export function rewriteBase64(text: string, rewrite: (decoded: string) => string): string {
  if (text.length < SHORTEST_RUN) return text;
  return replaceSpans(text, base64Runs(text), ({ start, end }) => {
    const run = text.slice(start, end);
    const decoded = decode(run);
    if (decoded === undefined) return run;
    const rewritten = rewrite(decoded);
    return rewritten === decoded ? run : Buffer.from(rewritten, "utf8").toString(encodingOf(run));
  });
}

/** What is all in small letters is a name: base64 of any text has capitals. */
function decode(run: string): string | undefined {
  if (!/[A-Z]/.test(run)) return undefined;
  const decoded = Buffer.from(run, "base64").toString("utf8");

  return /[\x00-\x08\x0e-\x1f\ufffd]/.test(decoded) ? undefined : decoded;
}

function encodingOf(run: string): "base64" | "base64url" {
  return /[_-]/.test(run) ? "base64url" : "base64";
}

/** Replaces every run of base64 that `find` finds something in: it could not be taken apart, so it goes as a whole. */
export function concealRuns(text: string, find: (text: string) => readonly unknown[], mark: string): string {
  return replaceSpans(text, base64Runs(text, MIN_INSIDE), ({ start, end }) => {
    const run = text.slice(start, end);
    return find(run).length === 0 ? run : mark;
  });
}
