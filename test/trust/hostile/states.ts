import * as zlib from "node:zlib";
import type { Content, Expected } from "./input";

const MB = 1024 * 1024;
const BUCKET = "aws:s3/bucket:Bucket";

/** One state of which one thing is wrong, or large. Made when it is needed: some are. */
export interface OddState {
  readonly name: string;
  readonly expected: Expected;
  /** `leaf` stands somewhere in it, where there is room for it: with another one, the two differ there. */
  readonly make: (leaf: string) => Content;
}

/** An export as text, without an object for it: some of these are larger than one may be. */
function exported(resources: string): string {
  return `{"version":3,"deployment":{"manifest":{"time":"2026-01-02T03:04:05Z"},"resources":[${ROOT_STACK}${resources}]}}`;
}

const ROOT_STACK = `{"urn":"${urn("pulumi:pulumi:Stack", "shop-staging")}","type":"pulumi:pulumi:Stack","custom":false}`;

function urn(type: string, name: string): string {
  return `urn:pulumi:staging::shop::${type}::${name}`;
}

function resource(name: string, inputs: string, more = ""): string {
  return `,{"urn":"${urn(BUCKET, name)}","type":"${BUCKET}","custom":true,"id":"${name}-1","inputs":${inputs},"outputs":${inputs}${more}}`;
}

const one = (inputs: string, more = "") => exported(resource("a", inputs, more));
const nested = (open: string, close: string, depth: number, leaf: string) =>
  open.repeat(depth) + leaf + close.repeat(depth);
const each = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join("");

export const ODD_STATES: readonly OddState[] = [
  odd("lists 10,000 deep", "refused", (leaf) => one(`{"a":${nested("[", "]", 10_000, leaf)}}`)),
  odd("maps 10,000 deep", "refused", (leaf) => one(`{"a":${nested('{"a":', "}", 10_000, leaf)}}`)),
  odd("brackets alone, a million deep", "refused", () => "[".repeat(1_000_000)),
  odd("JSON 10,000 deep within a text", "any", (leaf) =>
    one(`{"a":${JSON.stringify(nested("[", "]", 10_000, leaf))}}`),
  ),
  odd("YAML 10,000 deep within a text", "any", (leaf) =>
    one(`{"userData":${JSON.stringify(`a: ${nested("[", "]", 10_000, leaf)}`)}}`),
  ),
  odd("a YAML alias bomb within a text", "any", (leaf) => one(`{"userData":${JSON.stringify(aliasBomb(12, leaf))}}`)),
  odd("YAML of 20,000 keys within a text", "any", (leaf) =>
    one(`{"userData":${JSON.stringify(`${each(20_000, (at) => `k${String(at)}: 1\n`)}z: ${leaf}\n`)}}`),
  ),
  odd("JSON with `__proto__` within a text", "any", (leaf) =>
    one(`{"a":${JSON.stringify(`{"__proto__":{"a":${leaf}},"constructor":${leaf}}`)},"toString":"x${leaf}"}`),
  ),
  odd("a script of 50,000 lines", "any", (leaf) =>
    one(`{"userData":${JSON.stringify(`#!/bin/sh\n${each(50_000, (at) => `echo ${leaf}${String(at)}\n`)}`)}}`),
  ),
  odd("a list of 20,000 texts", "any", (leaf) => one(`{"a":[${each(20_000, (at) => `"${leaf}${String(at)}",`)}"z"]}`)),
  odd("a list of 3,000 maps without a key", "any", (leaf) =>
    one(`{"a":[${each(3000, (at) => `{"x":${String(at)},"y":[${leaf},${String(at)}]},`)}{}]}`),
  ),
  odd("a million short words", "any", (leaf) => one(`{"a":"${"staging prod a-b.c/d ".repeat(300_000)}${leaf}"}`)),
  ...[
    ...["1", "-", "a1", "a-", "A", "{", "[", "a: b\\n", "k=v;", "eyJ", "://a:", "arn:aws:", "10.0.0.0/16,", "%41"],
    ...["Server=a;Password=", "a.b.", "-----BEGIN PRIVATE KEY-----", "\\n", " ", "staging-", "${a}", "&amp;", "0x"],
  ].map((mark) =>
    odd(`${mark} again and again`, "any", (leaf) => one(`{"a":"${mark.repeat(1_000_000 / mark.length)}${leaf}"}`)),
  ),
  odd("JSON in a text, escaped anew 12 times", "any", (leaf) => one(`{"a":${escapedAnew(12, leaf)}}`)),
  odd("base64 within base64, 12 times", "any", (leaf) => one(`{"a":"${base64Anew(12, leaf)}"}`)),
  odd("base64 of gzip that is a bomb", "any", () =>
    one(`{"a":"${zlib.gzipSync(Buffer.alloc(200 * MB)).toString("base64")}"}`),
  ),
  odd("a text of 100 MB", "any", (leaf) => one(`{"a":"${"x".repeat(100 * MB)}${leaf}"}`)),
  odd("a text of 100 MB with other characters", "any", (leaf) => one(`{"a":"${"xY9-/ =".repeat(15 * MB)}${leaf}"}`)),
  odd("100 MB of base64", "any", (leaf) => one(`{"a":"${"QUJD".repeat(25 * MB)}QUE${leaf}"}`)),
  odd("a secret of 50 MB, and its like", "any", (leaf) =>
    one(`{"a":${secret("s".repeat(50 * MB))},"b":"${"s".repeat(40 * MB)}${leaf}"}`),
  ),
  odd("a name of 10 MB", "any", () => exported(resource("n".repeat(10 * MB), "{}"))),
  odd("a key of 50 MB", "any", (leaf) => one(`{"${"k".repeat(50 * MB)}":${leaf}}`)),
  odd("a number of a million digits", "any", (leaf) => one(`{"a":${"9".repeat(1_000_000)}${leaf}}`)),
  odd("numbers too large and too small", "any", () =>
    one(`{"a":1e999,"b":-1e999,"c":1e-999,"d":-0,"e":123456789012345678901234567890}`),
  ),
  odd("NaN", "refused", () => one(`{"a":NaN}`)),
  odd("undefined", "refused", () => one(`{"a":undefined}`)),
  odd("a comma too many", "refused", () => one(`{"a":1,}`)),
  odd("comments", "refused", () => `// state\n${one("{}")}`),
  odd("one key twice", "any", () => one(`{"a":1,"a":2,"__proto__":1,"__proto__":2}`)),
  odd("`__proto__` and `constructor` as keys", "any", (leaf) =>
    one(
      `{"__proto__":{"x":${leaf}},"constructor":{"prototype":{"x":1}},"toString":${leaf},"hasOwnProperty":2,"valueOf":null}`,
    ),
  ),
  odd("`__proto__` as the document's own key", "any", () =>
    one("{}").replace('{"version"', '{"__proto__":{"version":1},"version"'),
  ),
  odd("`__proto__` as type and name", "any", () =>
    exported(`,{"urn":"urn:pulumi:staging::shop::__proto__::constructor","type":"__proto__","custom":true}`),
  ),
  odd("one URN 1,000 times", "any", (leaf) =>
    exported(each(1000, (at) => resource("a", `{"n":${leaf}${String(at)}}`))),
  ),
  odd("a parent of itself", "any", () => one("{}", `,"parent":"${urn(BUCKET, "a")}"`)),
  odd("parents in a circle", "any", () =>
    exported(
      each(50, (at) => resource(`a${String(at)}`, "{}", `,"parent":"${urn(BUCKET, `a${String((at + 1) % 50)}`)}"`)),
    ),
  ),
  odd("parents 5,000 deep", "any", () =>
    exported(
      each(5000, (at) =>
        resource(`a${String(at)}`, "{}", at === 0 ? "" : `,"parent":"${urn(BUCKET, `a${String(at - 1)}`)}"`),
      ),
    ),
  ),
  odd("dependencies in a circle, each on all", "any", () =>
    exported(
      each(100, (at) =>
        resource(
          `a${String(at)}`,
          "{}",
          `,"dependencies":[${Array.from({ length: 100 }, (_, other) => `"${urn(BUCKET, `a${String(other)}`)}"`).join(",")}]`,
        ),
      ),
    ),
  ),
  odd("values that name each other in a circle", "any", (leaf) =>
    exported(each(200, (at) => resource(`a${String(at)}`, `{"n":${leaf},"next":"a${String((at + 1) % 200)}-1"}`))),
  ),
  odd("20,000 resources of one kind", "any", (leaf) =>
    exported(each(20_000, (at) => resource(`a${String(at)}`, `{"n":${leaf}${String(at)}}`))),
  ),
  odd("a list of a million numbers", "any", (leaf) => one(`{"a":[${"1,".repeat(1_000_000)}${leaf}]}`)),
  odd("a list of 5,000 maps with one key", "any", (leaf) =>
    one(`{"a":[${each(5000, (at) => `{"name":"x","v":${String(at)}},`)}{"name":"x","v":${leaf}}]}`),
  ),
  odd("a map of 100,000 keys", "any", (leaf) =>
    one(`{${each(100_000, (at) => `"k${String(at)}":${String(at)},`)}"z":${leaf}}`),
  ),
  odd("seven million values", "any", () => one(`{"a":[${"[],".repeat(7_000_000)}1]}`)),
  odd("a thousand secrets that begin alike", "any", (leaf) =>
    exported(
      each(1000, (at) =>
        resource(
          `a${String(at)}`,
          `{"p":${secret(`${"same".repeat(50)}${String(at)}`)},"q":"${"same".repeat(1000)}${leaf}"}`,
        ),
      ),
    ),
  ),
  odd("lone surrogates everywhere", "any", (leaf) =>
    exported(resource("a\\ud800", `{"\\udfff":"\\ud800\\ud800${leaf}"}`)),
  ),
  odd("control characters everywhere", "any", (leaf) =>
    exported(resource("a\\u0000\\u001b[2J\\u0007", `{"\\u0000":"\\u0000\\u001b]8${leaf};;x\\u0007"}`)),
  ),
  odd("dates that are none", "any", () =>
    one("{}", `,"created":"2026-99-99","modified":"yesterday"`).replace("2026-01-02T03:04:05Z", "never"),
  ),
  odd("a time beyond all calendars", "any", () => one("{}").replace("2026-01-02T03:04:05Z", "+999999-01-01T00:00:00Z")),
  odd("a URN without parts", "refused", () => exported(`,{"urn":"urn:pulumi:","type":"x","custom":true}`)),
  odd("a URN that is a number", "refused", () => exported(`,{"urn":7,"type":"x","custom":true}`)),
  odd("no URN", "refused", () => exported(`,{"type":"x","custom":true}`)),
  odd("a resource that is null", "refused", () => exported(",null")),
  odd("resources as a map", "refused", () => `{"version":3,"deployment":{"resources":{"a":{}}}}`),
  odd("version 99", "refused", () => one("{}").replace('"version":3', '"version":99')),
  odd("version -1", "refused", () => one("{}").replace('"version":3', '"version":-1')),
  odd("version 3.5", "refused", () => one("{}").replace('"version":3', '"version":3.5')),
  odd("version as text", "refused", () => one("{}").replace('"version":3', '"version":"3"')),
  odd("no version", "any", () => one("{}").replace('"version":3,', "")),
  odd("null", "refused", () => "null"),
  odd("true", "refused", () => "true"),
  odd("a list", "refused", () => "[]"),
  odd("a text", "refused", () => '"x"'),
  odd("an empty map", "refused", () => "{}"),
  odd("HTML, as from a proxy", "refused", () => "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"),
  odd("an error of the CLI", "refused", () => "error: no stack selected; please use `pulumi stack select`\n"),
  odd("an ELF file", "refused", () => Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(1000, 7)])),
  odd("a gzip bomb of 1 GB", "refused", () => bomb(1024)),
  odd("a gzip bomb within a gzip bomb", "refused", () => zlib.gzipSync(bomb(300))),
  odd("a link to itself", "refused", () => ({ link: "staging.json" })),
  odd("a link to nowhere", "refused", () => ({ link: "nowhere" })),
  odd("a link to a folder", "refused", () => ({ link: "." })),
  odd("a link to a device without end", "refused", () => ({ link: "/dev/zero" })),
  odd("a link to an empty device", "refused", () => ({ link: "/dev/null" })),
  odd("a link to the process's own memory map", "any", () => ({ link: "/proc/self/maps" })),
];

function odd(name: string, expected: Expected, make: OddState["make"]): OddState {
  return { name, expected, make };
}

function secret(text: string): string {
  const plaintext = JSON.stringify(JSON.stringify(text));
  return `{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","plaintext":${plaintext}}`;
}

/** Ten aliases a level: ten to the power of `levels`. */
export function aliasBomb(levels: number, leaf: string): string {
  const lines = [`a0: &a0 [${leaf},x,x,x,x,x,x,x,x,x]`];
  for (let level = 1; level < levels; level++)
    lines.push(
      `a${String(level)}: &a${String(level)} [${Array.from({ length: 10 }, () => `*a${String(level - 1)}`).join(",")}]`,
    );
  return lines.join("\n");
}

function escapedAnew(times: number, leaf: string): string {
  let text = `{"a":"${leaf}"}`;
  for (let at = 0; at < times; at++) text = JSON.stringify(text);
  return text;
}

function base64Anew(times: number, leaf: string): string {
  let text = `{"password":"hunter2-hunter2","a":${leaf}}`;
  for (let at = 0; at < times; at++) text = Buffer.from(text).toString("base64");
  return text;
}

function bomb(megabytes: number): Buffer {
  return zlib.gzipSync(Buffer.alloc(megabytes * MB), { level: 9 });
}
